import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The posts of nicksimson.com as they stood in June 2023, against the feeds that the site's own
/// generator (Eleventy) served then.
@Suite(.enabled(if: SharedBlogs.areThere)) struct PublicFeedTests {
  /// What our content says and theirs does not: a video in a frame is a link in a feed, since readers
  /// drop frames.
  private static let additions: [String: [String]] = [
    "https://nicksimson.com/posts/2021-cedric-johnson-policing-education-inequality/": [
      "www.youtube-nocookie.com/embed/z9PwqmLnLRc"
    ],
    "https://nicksimson.com/posts/2020-learn-html-with-jen-simmons/": [
      "www.youtube-nocookie.com/embed/zZCSTAR-4w0"
    ],
  ]

  private static let served = SharedBlogs.folder.appendingPathComponent("feeds/nsmsn-public")

  private struct Entry: Equatable {
    var url: String
    var title: String
    var date: String
    var content = ""
  }

  @Test func saysWhatTheSitesOwnFeedsSaid() async throws {
    let site = try SharedBlogs.site("nsmsn", folder: "")
    // `init` finds all of it: Eleventy by its data, the rest in `metadata.json`.
    try await site.draftAndBuild(at: "2023-06-20T00:00:00Z")
    let ours = try Self.entries(ofJSON: Data(site.text("feeds/feed.json").utf8))
    let json = try Self.entries(ofJSON: Data(contentsOf: Self.served.appending(path: "feed.json")))
    let atom = try Self.entries(ofAtom: Data(contentsOf: Self.served.appending(path: "feed.xml")))
    #expect(ours.count == 40)
    try compare(ours, with: json)
    try compare(ours, with: atom)
    let ourAtom = try Self.entries(ofAtom: Data(site.text("feeds/atom.xml").utf8))
    try compare(ourAtom, with: atom)
  }

  private func compare(_ ours: [Entry], with theirs: [Entry]) throws {
    #expect(ours.map(\.url) == theirs.map(\.url))
    for (our, their) in zip(ours, theirs) {
      #expect(our.title == their.title)
      #expect(our.date == their.date, "\(our.url)")
      var text = Self.visibleText(our.content)
      for addition in Self.additions[our.url] ?? [] {
        let range = try #require(text.range(of: addition), "\(our.url) has no \(addition)")
        text.removeSubrange(range)
      }
      let wanted = Self.visibleText(their.content)
      let same = zip(text, wanted).prefix { $0 == $1 }.count
      // The texts themselves are too long to be printed.
      let isEqual = text == wanted
      #expect(
        isEqual,
        "\(our.url): \(text.dropFirst(same).prefix(60)) | \(wanted.dropFirst(same).prefix(60))"
      )
    }
  }

  /// The text without white space, with the typewriter's punctuation, and without the headings' signs
  /// that link to themselves.
  private static func visibleText(_ html: String) -> String {
    var text = html.replacingOccurrences(
      of: #"<a class="direct-link"[^>]*>#</a>"#,
      with: "",
      options: .regularExpression
    )
    text = text.replacingOccurrences(of: "<[^>]*>", with: "", options: .regularExpression)
    let references = [
      "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&nbsp;": "", "&mdash;": "-",
      "&ndash;": "-", "&rsquo;": "'", "&lsquo;": "'", "&ldquo;": "\"", "&rdquo;": "\"",
      "&hellip;": "...", "&amp;": "&",
    ]
    for (reference, character) in references.sorted(by: { $0.key > $1.key }) {
      text = text.replacingOccurrences(of: reference, with: character)
    }
    let punctuation: [Character: String] = [
      "’": "'", "‘": "'", "“": "\"", "”": "\"", "…": "...", "–": "-", "—": "-",
    ]
    return text.filter { !$0.isWhitespace }.map { punctuation[$0] ?? String($0) }.joined()
  }

  // MARK: Reading feeds

  private static func entries(ofJSON data: Data) throws -> [Entry] {
    let feed = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let items = try #require(feed?["items"] as? [[String: Any]])
    return items.map { item in
      Entry(
        url: item["url"] as? String ?? "",
        title: item["title"] as? String ?? "",
        date: item["date_published"] as? String ?? "",
        content: item["content_html"] as? String ?? ""
      )
    }
  }

  private static func entries(ofAtom data: Data) throws -> [Entry] {
    let parser = XMLParser(data: data)
    let reader = AtomReader()
    parser.delegate = reader
    try #require(parser.parse())
    return reader.entries
  }

  private final class AtomReader: NSObject, XMLParserDelegate {
    var entries: [Entry] = []
    private var text = ""
    private var isInEntry = false

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      text = ""
      if name == "entry" {
        isInEntry = true
        entries.append(Entry(url: "", title: "", date: ""))
      } else if name == "link", isInEntry, attributes["rel"] ?? "alternate" == "alternate" {
        entries[entries.count - 1].url = attributes["href"] ?? ""
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      text += String(decoding: block, as: UTF8.self)
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      guard isInEntry, !entries.isEmpty else { return }
      switch name {
      case "entry": isInEntry = false
      case "title": entries[entries.count - 1].title = text
      case "updated": entries[entries.count - 1].date = text
      case "content": entries[entries.count - 1].content = text
      default: break
      }
    }
  }
}
