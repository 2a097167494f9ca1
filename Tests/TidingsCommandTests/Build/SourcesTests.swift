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

  @Test(
    "a build that is killed while it fetches leaves the last good entries, and the next one goes on"
  )
  func killed() throws {
    let slow = ScriptedResponse.drip([], Self.feed("two", "one"), pause: .milliseconds(40))
    let server = try ScriptedServer([
      "/a": [
        .answer(200, [("ETag", "\"1\"")], Self.feed("one")), slow,
        .answer(200, [("ETag", "\"2\"")], Self.feed("two", "one")),
      ]
    ])
    let site = try Self.site("  - {from: \"\(server.url("/a"))\", allow_private: true}")
    #expect(try site.build().status == 0)
    let before = try #require(site.data("public/feed.xml"))
    let process = Process()
    process.executableURL = Tool.product("tidings")
    process.arguments = ["build", "--as-of", "2024-07-01"]
    process.currentDirectoryURL = site.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<500 where server.requests.count < 2 { usleep(10_000) }
    usleep(200_000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(site.data("public/feed.xml") == before)
    #expect(try site.build("--offline").output.contains("2 posts"))
    let next = try site.build()
    #expect(next.status == 0 && next.errors.isEmpty, "\(next.errors)")
    #expect(next.output.contains("1 with 1 new entry"), "\(next.output)")
    #expect(server.requests.last?["If-None-Match"] == "\"1\"")
  }

  @Test("two builds at once leave whole documents and a state that goes on")
  func overlapping() throws {
    let server = try ScriptedServer { request in
      usleep(20_000)
      return .answer(200, [], Self.feed(String(request.target.dropFirst())))
    }
    let sources = (0..<8).map {
      "  - {from: \"\(server.url("/p\($0)"))\", allow_private: true}"
    }
    let site = try Self.site(sources.joined(separator: "\n"))
    let processes = try (0..<2).map { _ in
      let process = Process()
      process.executableURL = Tool.product("tidings")
      process.arguments = ["build", "--as-of", "2024-07-01"]
      process.currentDirectoryURL = site.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let run = try site.build()
    #expect(run.output.contains("9 posts") && run.output.contains("8 sources: 8 unchanged"))
    #expect(run.errors.isEmpty, "\(run.errors)")
  }
}
