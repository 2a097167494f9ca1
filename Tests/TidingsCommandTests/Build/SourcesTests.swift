import Foundation
import TestSupport
import Testing

/// Feeds among the posts of a site, with the real binary.
@Suite("tidings build, feeds among the posts")
struct SourcesTests {
  private static func feed(_ titles: String...) -> String {
    let items = titles.map {
      "<item><title>\($0)</title><link>https://weir.example/\($0)</link>"
        + "<pubDate>Sat, 01 Jun 2024 10:00:00 GMT</pubDate><description>Words</description></item>"
    }
    return "<rss version=\"2.0\"><channel><title>The Weir</title><link>https://weir.example/</link>"
      + "<description>Notes</description>\(items.joined())</channel></rss>"
  }

  private static func site(_ sources: String) throws -> Site {
    let site = try Site()
    try site.write(
      "tidings.yml",
      """
      site: {title: A site, url: "https://example.org/"}
      posts:
        - {from: posts, url: "/{slug}/"}
      \(sources)
      feeds: [feed.xml]
      output: public
      """
    )
    try site.post("mine.md", "title: Mine\ndate: 2024-06-02")
    return site
  }

  @Test("stand beside posts in files, and the summary says what became of them")
  func summary() throws {
    let server = try ScriptedServer([
      "/a": [
        .answer(200, [("ETag", "\"1\"")], Self.feed("one", "two")), .answer(304),
        .answer(200, [], Self.feed("three", "one", "two")),
      ]
    ])
    let site = try Self.site("  - {from: \"\(server.url("/a"))\", allow_private: true}")
    let first = try site.build()
    #expect(first.status == 0 && first.errors.isEmpty, "\(first.errors)")
    #expect(first.output.contains("3 posts in 1 file"))
    #expect(first.output.contains("1 source: 1 with 2 new entries"), "\(first.output)")
    #expect(try site.build().output.contains("1 source: 1 unchanged"))
    #expect(try site.build().output.contains("1 source: 1 with 1 new entry"))
    let feed = try #require(site.text("public/feed.xml"))
    for title in ["Mine", "one", "two", "three"] {
      #expect(feed.contains("<title>\(title)</title>"))
    }
    #expect(site.names(".tidings").contains("sources.sqlite"))
  }

  @Test("that fail end with 0, are told of once on standard error, and stay in the summary")
  func failing() throws {
    let server = try ScriptedServer(["/a": [.answer(200, [], Self.feed("one")), .answer(500)]])
    let site = try Self.site("  - {from: \"\(server.url("/a"))\", allow_private: true}")
    #expect(try site.build().status == 0)
    let failed = try site.build("--quiet")
    #expect(failed.status == 0)
    #expect(failed.output.isEmpty)
    #expect(
      failed.errors.hasPrefix(
        "warning: \(server.url("/a")): the server answered 500 Internal Server Error; what it had "
          + "stays\n"
      ),
      "\(failed.errors)"
    )
    let still = try site.build()
    #expect(still.errors.isEmpty, "\(still.errors)")
    #expect(still.output.contains("1 source: 1 failing"))
    #expect(still.output.contains("\(server.url("/a")): failing since 2024-07-01T00:00:00Z"))
    #expect(still.output.contains("asked again after 2024-07-01T00:0"))
    #expect(site.text("public/feed.xml")?.contains("<title>one</title>") == true)
    #expect(server.requests.count == 2, "not before its time")
  }

  @Test("--offline and --check ask no server")
  func offline() throws {
    let server = try ScriptedServer(["/a": [.answer(200, [], Self.feed("one"))]])
    let site = try Self.site("  - {from: \"\(server.url("/a"))\", allow_private: true}")
    let never = try site.build("--offline")
    #expect(never.status == 0)
    #expect(never.output.contains("\(server.url("/a")): never fetched"), "\(never.output)")
    #expect(try site.build("--check").status == 0)
    #expect(server.requests.isEmpty)
    #expect(try site.build().status == 0)
    #expect(try site.build("--offline").output.contains("1 source: 1 read as last"))
    #expect(site.text("public/feed.xml")?.contains("<title>one</title>") == true)
    #expect(server.requests.count == 1)
  }

  @Test("what strangers write reaches no terminal as commands")
  func harmless() throws {
    let future =
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1", "#
      + #""title": "\u001b[31mred", "content_text": "x", "date_published": "2099-01-01T00:00:00Z"}]}"#
    let server = try ScriptedServer(["/a": [.answer(200, [], future)]])
    let site = try Self.site("  - {from: \"\(server.url("/a"))\", allow_private: true}")
    let run = try site.build()
    #expect(run.output.contains("Left out: 1 entry of a feed"), "\(run.output)")
    #expect(!run.output.contains("\u{1B}"))
  }
}
