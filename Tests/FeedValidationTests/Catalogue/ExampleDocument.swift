import FeedValidation
import Foundation

/// An example with everything around it that makes it a whole feed.
struct ExampleDocument {
  /// The feed, without the mark.
  let text: String
  /// The feed as bytes.
  let bytes: [UInt8]
  /// 1-based line and column of what follows the mark; `nil` without one.
  let mark: (line: Int, column: Int)?
  /// How it came from its server, if it did.
  let delivery: Delivery?

  init(_ example: Example) {
    var whole = Self.frame(example.frame, example.text)
    var heads = example.frame == .response ? whole.components(separatedBy: "\n\n") : []
    if let document = heads.popLast() { whole = document }
    delivery = heads.isEmpty ? nil : Self.delivery(heads)
    var text = ""
    var mark: (Int, Int)?
    var line = 1
    var column = 1
    for scalar in whole.unicodeScalars {
      if scalar == "↓" {
        mark = (line, column)
        continue
      }
      text.unicodeScalars.append(scalar)
      // A byte order mark takes no column.
      if scalar != "\u{FEFF}" { column += 1 }
      if scalar == "\n" {
        line += 1
        column = 1
      }
    }
    self.text = text
    switch example.frame {
    case .byteDocument: bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    case .wideDocument:
      bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    default: bytes = Array(text.utf8)
    }
    self.mark = mark
  }

  /// What heads say, as the tool would read it: redirects first.
  private static func delivery(_ heads: [String]) -> Delivery {
    var delivery = Delivery(mediaType: nil, isCompressed: false, hasVersion: false)
    for head in heads {
      var fields: [String: String] = [:]
      for line in head.split(separator: "\n") {
        let parts = line.components(separatedBy: ": ")
        if parts.count == 2 { fields[parts[0]] = parts[1] }
      }
      if let target = fields["Location"] {
        let isPermanent = head.contains(" 301 ") || head.contains(" 308 ")
        delivery.redirects.append(
          .init(source: "https://example.org/old", target: target, isPermanent: isPermanent)
        )
        continue
      }
      delivery.mediaType = fields["Content-Type"]?.components(separatedBy: ";").first
      delivery.isCompressed = fields["Content-Encoding"] != nil
      delivery.hasVersion = fields["ETag"] != nil || fields["Last-Modified"] != nil
    }
    return delivery
  }

  private static let id = "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a"

  private static func frame(_ frame: Example.Frame, _ piece: String) -> String {
    switch frame {
    case .document, .byteDocument, .wideDocument, .response: piece
    case .rssChannel:
      rss(piece, "<item><title>One</title><guid>https://example.org/1</guid></item>")
    case .rssItem:
      rss(
        "",
        "<item>\(piece)\(piece.contains("guid") ? "" : "<guid>https://example.org/1</guid>")</item>"
      )
    case .atomFeed: atom(piece, entry("<content>Text</content>"))
    case .atomEntry: atom("", entry(piece.contains("<content") ? piece : piece + content(piece)))
    case .jsonFeed: json(piece, item(""))
    case .jsonItem: json("", item(piece))
    case .opmlBody:
      "<opml version=\"2.0\"><head><title>T</title></head><body>\(piece)</body></opml>"
    }
  }

  private static func content(_ piece: String) -> String { "<content>Text</content>" }

  private static func rss(_ channel: String, _ item: String) -> String {
    """
    <rss version="2.0"><channel>
    <title>Example</title><link>https://example.org/</link><description>An example</description>
    \(channel.contains("<language") ? "" : "<language>en</language>")
    <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://example.org/feed.xml"/>
    \(channel)
    \(item)
    </channel></rss>
    """
  }

  private static func atom(_ head: String, _ entry: String) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom">
    <id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>Example</title>
    <updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/>
    \(head.contains("<author") ? "" : "<author><name>A</name></author>")
    \(head)
    \(entry)
    </feed>
    """
  }

  private static func entry(_ piece: String) -> String {
    "<entry><id>\(id)</id><title>One</title><updated>2024-01-01T00:00:00Z</updated>\n\(piece)</entry>"
  }

  /// The piece, and the members that it does not have itself.
  private static func members(_ piece: String, _ others: [(String, String)]) -> String {
    let missing = others.filter { !piece.contains("\"\($0.0)\":") }
    return piece + missing.map { " \"\($0.0)\": \($0.1)" }.joined(separator: ",")
  }

  private static func item(_ piece: String) -> String {
    "{" + members(piece, [("content_text", "\"Text\""), ("id", "\"1\"")]) + "}"
  }

  private static func json(_ head: String, _ item: String) -> String {
    let feed = [
      ("title", "\"Example\""), ("home_page_url", "\"https://example.org/\""),
      ("feed_url", "\"https://example.org/feed.json\""), ("items", "[\(item)]"),
    ]
    return "{\"version\": \"https://jsonfeed.org/version/1.1\",\n" + members(head, feed) + "}"
  }
}
