import FeedModel
import Foundation
import Testing

@testable import FeedPublishing

/// Several feeds as one.
@Suite("Merged feeds")
struct EntryMergeTests {
  /// An Atom feed with entries as they are given.
  private static func atom(_ name: String, _ entries: String...) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><id>tag:\(name).example,2020:feed</id>
    <title>\(name)</title><updated>2026-02-01T00:00:00Z</updated>
    <link rel="self" href="https://\(name).example/atom.xml"/>
    <link href="https://\(name).example/"/><author><name>\(name)’s author</name></author>
    \(entries.joined(separator: "\n"))</feed>
    """
  }

  private static func entry(
    _ id: String,
    _ title: String,
    _ date: String = "2026-01-01",
    link: String,
    text: String = "Text",
    more: String = ""
  ) -> String {
    """
    <entry><id>\(id)</id><title>\(title)</title><updated>\(date)T10:00:00Z</updated>
    <link href="\(link)"/><content type="html">&lt;p&gt;\(text)&lt;/p&gt;</content>\(more)</entry>
    """
  }

  private static func site(_ files: [(String, String)], more: String = "") throws -> SourceSite {
    let names = files.map(\.0).joined(separator: ", ")
    let site = try SourceSite("  - {from: [\(names)]\(more)}")
    for (name, text) in files { try site.site.write(text, to: name) }
    return site
  }

  @Test("entries keep ids, dates and texts, and say what feed they are from")
  func carried() async throws {
    let site = try Self.site([
      (
        "a.xml",
        Self.atom(
          "a",
          Self.entry("tag:a.example,2020:1", "One", link: "/1", text: "See &lt;a href=\"/x\"&gt;x")
        )
      )
    ])
    let report = try await site.build()
    #expect(report.refusals.isEmpty && report.posts == 1)
    let atom = try site.site.text("feeds/atom.xml")
    for text in [
      "<id>tag:a.example,2020:1</id>", "<updated>2026-01-01T10:00:00Z</updated>",
      "href=\"https://a.example/1\"", "https://a.example/x", "a’s author",
      "<id>tag:a.example,2020:feed</id>", "href=\"https://a.example/atom.xml\"",
    ] {
      #expect(atom.contains(text), "\(text) is not in \(atom)")
    }
    let rss = try site.site.text("feeds/feed.xml")
    #expect(rss.contains("<source url=\"https://a.example/atom.xml\">a</source>"))
  }

  @Test(
    "an entry is there once, and its own feed goes before a planet that has it",
    arguments: [0, 1]
  )
  func planet(_ order: Int) async throws {
    let own = Self.atom("a", Self.entry("tag:a,1:1", "One", link: "https://a.example/1"))
    let source = "<source><id>tag:a.example,2020:feed</id><title>A of planet</title></source>"
    let planet = Self.atom(
      "planet",
      Self.entry("tag:a,1:1", "One", link: "https://a.example/1", more: source),
      Self.entry("tag:b,1:1", "Two", "2026-01-02", link: "https://b.example/1", more: source)
    )
    var files = [("a.xml", own), ("planet.xml", planet)]
    if order == 1 { files.reverse() }
    let site = try Self.site(files)
    let report = try await site.build()
    #expect(report.sources?.repeatedEntries == 1)
    #expect(try site.titles() == ["Two", "One"])
    let atom = try site.site.text("feeds/atom.xml")
    #expect(atom.contains("<title>a</title>"), "the one that was first")
    #expect(atom.contains("A of planet"), "what a planet alone has keeps the source it names")
  }

  @Test("entries of two feeds with one id and other links stay apart, by a mark that stays")
  func collision() async throws {
    func files(_ title: String) -> [(String, String)] {
      [
        ("a.xml", Self.atom("a", Self.entry("1", "A", link: "https://a.example/1", text: "x"))),
        (
          "b.xml",
          Self.atom("b", Self.entry("1", title, "2026-01-02", link: "https://b.example/1"))
        ),
      ]
    }
    let site = try Self.site(files("B"))
    #expect(try await site.build().refusals.isEmpty)
    #expect(try site.titles() == ["B", "A"])
    let before = try site.values(of: "id")
    #expect(Set(before).count == 2)
    for (name, text) in files("B, corrected") { try site.site.write(text, to: name) }
    try await site.build()
    #expect(try site.titles() == ["B, corrected", "A"])
    #expect(try site.values(of: "id") == before)
  }

  @Test("where a file is the post with the same id, the feed's entry is a copy")
  func ownPost() async throws {
    let site = try SourceSite("  - {from: posts, url: \"/{slug}\"}\n  - {from: a.xml}")
    try site.site.write("---\ntitle: Mine\ndate: 2026-01-05\n---\nWords\n", to: "posts/one.md")
    let copy = Self.entry("https://planet.example/one", "Copy", link: "https://planet.example/one")
    let other = Self.entry("tag:a,1:2", "Other", link: "https://a.example/2")
    try site.site.write(Self.atom("a", copy, other), to: "a.xml")
    let report = try await site.build()
    #expect(report.conflicts.isEmpty)
    #expect(try site.titles() == ["Mine", "Other"])
  }

  @Test("a ledger of ids keeps those of files, and has no line for entries of feeds")
  func ledger() async throws {
    let site = try SourceSite("  - {from: posts, url: \"/{slug}\"}\n  - {from: a.xml}")
    try site.site.write("", to: "tidings.ids")
    try site.site.write("---\ntitle: Mine\ndate: 2026-01-05\n---\nWords\n", to: "posts/one.md")
    let entry = Self.entry("tag:a,1:2", "Other", link: "https://a.example/2")
    try site.site.write(Self.atom("a", entry), to: "a.xml")
    #expect(try await site.build().ledger?.addedLines == 1)
    #expect(!(try site.site.text("tidings.ids")).contains("tag:a"))
    #expect(try site.titles() == ["Mine", "Other"])
  }

  @Test("entries dated in the future are left out and named, unless they are asked for")
  func future() async throws {
    let feed = Self.atom(
      "a",
      Self.entry("tag:a,1:1", "Now", link: "https://a.example/1"),
      Self.entry("tag:a,1:2", "Later", "2026-04-01", link: "https://a.example/2")
    )
    let site = try Self.site([("a.xml", feed)])
    let report = try await site.build()
    #expect(try site.titles() == ["Now"])
    #expect(report.leftOut.map(\.path) == ["a.xml: Later"])
    let all = try Self.site([("a.xml", feed)], more: ", future: true")
    try await all.build()
    #expect(try all.titles() == ["Later", "Now"])
  }

  @Test(
    "conditions take tags, authors, languages and words of titles",
    arguments: [
      ("{tag: [LYD, none]}", ["Alders"]), ("{author: ada}", ["Weir"]),
      ("{language: da}", ["Weir"]), ("{title: [weir]}", ["Weir"]),
      ("{tag: lyd, author: ada}", []),
    ]
  )
  func conditions(_ condition: String, _ titles: [String]) async throws {
    let feed = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [
      {"id": "1", "title": "Weir", "content_text": "x", "date_published": "2026-01-02T00:00:00Z",
      "authors": [{"name": "Ada"}], "language": "da-DK"},
      {"id": "2", "title": "Alders", "content_text": "y", "date_published": "2026-01-01T00:00:00Z",
      "tags": ["lyd"]}]}
      """
    let site = try Self.site([("a.json", feed)], more: ", where: \(condition)")
    let report = try await site.build()
    #expect(try site.titles() == titles)
    #expect(report.leftOut.count == 2 - titles.count)
  }

  @Test("limits count for each source, the newest by their dates wherever they stand")
  func limit() async throws {
    func feed(_ name: String) -> String {
      Self.atom(
        name,
        Self.entry("\(name)1", "\(name) old", "2026-01-01", link: "https://\(name).example/1"),
        Self.entry("\(name)2", "\(name) new", "2026-02-01", link: "https://\(name).example/2"),
        Self.entry("\(name)3", "\(name) mid", "2026-01-15", link: "https://\(name).example/3")
      )
    }
    let site = try Self.site([("a.xml", feed("a")), ("b.xml", feed("b"))], more: ", limit: 2")
    try await site.build()
    #expect(try site.titles() == ["a new", "b new", "a mid", "b mid"])
  }

  @Test("scripts, handlers and addresses that run programs go, as from posts")
  func hostile() async throws {
    let text = "&lt;script&gt;x()&lt;/script&gt;&lt;img src=q onerror=x()&gt;"
    let entry = Self.entry("tag:a,1:1", "T", link: "javascript:x()", text: text)
    let site = try Self.site([("a.xml", Self.atom("a", entry))])
    try await site.build()
    for name in ["feed.xml", "atom.xml", "feed.json"] {
      let document = try site.site.text("feeds/" + name)
      for word in ["<script", "lt;script", "onerror", "x()"] {
        #expect(!document.contains(word), "\(name)")
      }
    }
  }

  @Test("an entry that would be the end of the feed is left out")
  func large() async throws {
    let text = String(repeating: "word ", count: 500_000)
    let name = String(repeating: text, count: 2)
    let site = try Self.site([
      (
        "a.xml",
        Self.atom(
          "a",
          Self.entry("tag:a,1:1", "Large", link: "https://a.example/1", text: text),
          Self.entry("tag:a,1:2", "Small", link: "https://a.example/2"),
          Self.entry(
            "tag:a,1:3",
            "Elsewhere",
            link: "https://a.example/3",
            more: "<link rel=\"enclosure\" href=\"https://a.example/a.mp3\" title=\"\(name)\"/>"
          )
        )
      )
    ])
    let report = try await site.build()
    #expect(report.refusals.isEmpty)
    #expect(try site.titles() == ["Small"])
    #expect(report.leftOut.map(\.reason) == [.tooLarge, .tooLarge])
  }

  @Test("a file that is no feed, breaks off or is missing ends the build, with its name")
  func files() async throws {
    for (text, says) in [
      ("<html><p>x</p></html>", "it is no feed"), ("<rss><channel><item>", "breaks off"),
    ] {
      let site = try Self.site([("a.xml", text)])
      await #expect { try await site.build() } throws: { "\($0)".contains(says) }
    }
    let site = try SourceSite("  - a.xml")
    await #expect { try await site.build() } throws: { "\($0)".contains("no such file") }
  }

  @Test("a rebuild is byte for byte the same")
  func rebuild() async throws {
    let site = try Self.site([
      ("a.xml", Self.atom("a", Self.entry("1", "A", link: "https://a.example/1"))),
      ("b.xml", Self.atom("b", Self.entry("1", "B", link: "https://b.example/1"))),
    ])
    try await site.build()
    let report = try await site.build(after: day)
    #expect(report.documents.allSatisfy { $0.outcome == .unchanged })
  }
}
