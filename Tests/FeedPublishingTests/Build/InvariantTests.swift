import FeedModel
import FeedPublishing
import FeedSources
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The invariants of a build, on generated sites, through the real pipeline and an independent
/// parser.
@Suite("build invariants")
struct InvariantTests {
  /// Texts that have broken feeds.
  private static let pieces = [
    "plain", "A & B", "<b>bold</b>", "\"quoted\"", "it's", "]]>", "&amp;", "&nbsp;", "émigré", "東京",
    "שלום", "👩‍💻", "é", "a\tb", "100 %", "#1", "C++", "{x}", "--", "`code`",
  ]

  /// A post as it was generated.
  private struct Expected: Equatable {
    var url: String
    var title: String
    var summary: String
    var tags: [String]
    var date: Int64
  }

  @Test("three formats say the same, reparse, and a rebuild changes no byte", arguments: 1...12)
  func formatsAgree(seed: Int) async throws {
    var numbers = SeededGenerator(seed: UInt64(seed))
    let site = try GeneratedSite()
    var expected: [Expected] = []
    for index in 0..<Int.random(in: 1...40, using: &numbers) {
      expected.append(try post(index, in: site, using: &numbers))
    }
    expected.sort { $0.date > $1.date }

    let report = try await site.build()
    #expect(report.problems.isEmpty && report.refusals.isEmpty, "seed \(seed): \(report)")
    let rss = try Self.entries(ofXML: site.data("feed.xml"))
    let atom = try Self.entries(ofXML: site.data("atom.xml"))
    let json = try Self.entries(ofJSON: site.data("feed.json"))
    #expect(rss.map(\.url) == expected.map(\.url), "seed \(seed)")
    #expect(atom == rss, "seed \(seed): Atom differs from RSS")
    #expect(json == rss, "seed \(seed): JSON Feed differs from RSS")
    for (entry, post) in zip(json, expected) {
      #expect(entry.title == post.title, "seed \(seed)")
      #expect(entry.summary == post.summary, "seed \(seed)")
      #expect(entry.tags == post.tags, "seed \(seed)")
    }
    let before = try ["feed.xml", "atom.xml", "feed.json"].map(site.data)
    let again = try await site.build()
    #expect(again.documents.allSatisfy { $0.outcome == .unchanged }, "seed \(seed)")
    #expect(try ["feed.xml", "atom.xml", "feed.json"].map(site.data) == before, "seed \(seed)")
  }

  private func post(
    _ index: Int,
    in site: GeneratedSite,
    using numbers: inout SeededGenerator
  ) throws -> Expected {
    func text() -> String {
      (0...Int.random(in: 0...4, using: &numbers)).map { _ in
        Self.pieces.randomElement(using: &numbers) ?? ""
      }.joined(separator: " ")
    }
    // Titles and summaries are plain text: what looks like a tag in one is no tag, but a summary's
    // tags are taken out, since authors of all generators write HTML there.
    let title = text()
    let summary = text().replacingOccurrences(of: "<b>bold</b>", with: "bold")
    let tags = ["t\(index % 3)", "C & D"]
    let seconds = Int64(
      1_500_000_000 + index * 86_400 + Int.random(in: 0...80_000, using: &numbers)
    )
    let date = RFC3339.string(Timestamp(secondsSince1970: seconds))
    func quoted(_ text: String) -> String {
      String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
        .replacingOccurrences(of: "\\/", with: "/")
    }
    try site.write(
      "posts/p\(index).md",
      """
      ---
      title: \(quoted(title))
      summary: \(quoted(summary))
      date: \(date)
      tags: [\(tags.map(quoted).joined(separator: ", "))]
      ---

      \((0..<3).map { _ in text() }.joined(separator: "\n\n"))

      ![picture](img/\(index).png) and [a link](../other/)
      """
    )
    let collapsed = { (text: String) in
      text.split(whereSeparator: { " \t\n".contains($0) }).joined(separator: " ")
    }
    return Expected(
      url: "https://example.org/p\(index)/",
      title: collapsed(title),
      summary: collapsed(summary),
      tags: tags,
      date: seconds
    )
  }

  // MARK: Independent parsers

  struct Entry: Equatable {
    var id = ""
    var url = ""
    var title = ""
    var summary = ""
    var content = ""
    var tags: [String] = []
    var date: Double = 0
  }

  private static func entries(ofJSON data: Data) throws -> [Entry] {
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let items = try #require(object["items"] as? [[String: Any]])
    return try items.map { item in
      var entry = Entry()
      entry.id = item["id"] as? String ?? ""
      entry.url = item["url"] as? String ?? ""
      entry.title = item["title"] as? String ?? ""
      entry.summary = item["summary"] as? String ?? ""
      entry.content = item["content_html"] as? String ?? ""
      entry.tags = item["tags"] as? [String] ?? []
      entry.date = try RFC3339.parse(item["date_published"] as? String ?? "").timeIntervalSince1970
      return entry
    }
  }

  private static func entries(ofXML data: Data) throws -> [Entry] {
    let collector = EntryCollector()
    let parser = XMLParser(data: data)
    parser.delegate = collector
    parser.shouldProcessNamespaces = true
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return collector.entries
  }

  /// Reads RSS items and Atom entries alike.
  private final class EntryCollector: NSObject, XMLParserDelegate {
    var entries: [Entry] = []
    private var current: Entry?
    private var text = ""

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      text = ""
      if name == "item" || name == "entry" { current = Entry() }
      if name == "link", attributes["rel"] == "alternate" {
        current?.url = attributes["href"] ?? ""
      }
      if name == "category", let term = attributes["term"] { current?.tags.append(term) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, foundCDATA data: Data) {
      text += String(decoding: data, as: UTF8.self)
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      switch (name, namespaceURI ?? "") {
      case ("item", _), ("entry", _):
        if let current { entries.append(current) }
        current = nil
      case ("guid", _), ("id", _): current?.id = text
      case ("link", "") where !text.isEmpty: current?.url = text
      case ("title", _): current?.title = text
      case ("summary", _): current?.summary = text
      // RSS's description is HTML: its text is what a reader shows.
      case ("description", ""): current?.summary = Self.unescaped(text)
      case ("encoded", _), ("content", "http://www.w3.org/2005/Atom"): current?.content = text
      case ("category", "") where !text.isEmpty: current?.tags.append(text)
      case ("pubDate", _):
        current?.date = (try? RFC822.parse(text).timestamp.timeIntervalSince1970) ?? -1
      case ("published", _): current?.date = (try? RFC3339.parse(text).timeIntervalSince1970) ?? -1
      default: break
      }
      text = ""
    }

    private static func unescaped(_ html: String) -> String {
      html.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
        .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&amp;", with: "&")
    }
  }
}

/// A site that a test generates.
final class GeneratedSite {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tidings-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(
      "tidings.yml",
      """
      site: {title: "Generated & odd", url: "https://example.org/", authors: [Nobody]}
      posts: {from: posts, url: "/{slug}/"}
      feeds: [feed.xml, atom.xml, feed.json]
      output: out
      """
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ path: String, _ text: String) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent("out/\(name)"))
  }

  func build() async throws -> BuildReport {
    let configuration = try ConfigurationReader.read(
      folder.appendingPathComponent("tidings.yml").path
    )
    let now = Timestamp(secondsSince1970: 1_800_000_000)
    return try await SiteBuilder(configuration, options: SiteBuilder.Options(now: now)).build()
  }
}
