import Foundation
import TestSupport
import Testing

@Suite("tidings validate https://…")
struct ValidateAddressTests {
  private static let feed = SampleFeed.valid()

  @Test("a feed is checked where it is, and its server's charset counts")
  func fetched() throws {
    let mistaken = Self.feed.replacingOccurrences(of: "<title>One</title>", with: "")
    let server = try ScriptedServer([
      "/feed.xml": [.answer(200, [("Content-Type", "application/rss+xml")], Self.feed)],
      "/old.xml": [.redirect(301, to: "/mistaken.xml")],
      "/mistaken.xml": [
        .answer(200, [("Content-Type", "text/xml; charset=iso-8859-1")], mistaken)
      ],
    ])
    let run = try Tool.run(
      "tidings",
      ["validate", "--allow-private", server.url("/feed.xml"), server.url("/old.xml")]
    )
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.contains("old.xml:6:1: error: item has neither title nor description"))
    #expect(run.output.contains("<item><guid>"), "the line is shown")
    #expect(run.output.contains("the server says iso-8859-1"))
    #expect(run.output.contains("1 of 2 files"), "\(run.output)")
  }

  @Test("what cannot be fetched ends with 2, and does not stop the others")
  func unfetched() throws {
    let server = try ScriptedServer([
      "/gone.xml": [.answer(410, [], "")],
      "/feed.xml": [.answer(200, [("Content-Type", "application/rss+xml")], Self.feed)],
    ])
    let run = try Tool.run(
      "tidings",
      ["validate", "-v", "--allow-private", server.url("/gone.xml"), server.url("/feed.xml")]
    )
    #expect(run.status == 2)
    #expect(run.errors.contains("410"), "\(run.errors)")
    #expect(run.output.contains("rss-2.0"), "\(run.output)")
  }

  @Test("this machine and its network are left alone unless the user says so")
  func privateAddress() throws {
    let server = try ScriptedServer(["/feed.xml": [.answer(200, [], Self.feed)]])
    let run = try Tool.run("tidings", ["validate", server.url("/feed.xml")])
    #expect(run.status == 2)
    #expect(run.errors.contains("--allow-private"), "\(run.errors)")
    #expect(server.requests.isEmpty)
  }

  @Test("what the server says of a feed is checked, too")
  func delivery() throws {
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>
      <title>T</title><updated>2024-01-01T00:00:00Z</updated><author><name>A</name></author></feed>
      """
    let server = try ScriptedServer([
      "/page": [.answer(200, [("Content-Type", "text/html; charset=utf-8")], Self.feed)],
      "/atom": [.answer(200, [("Content-Type", "application/rss+xml"), ("ETag", "1")], atom)],
      "/good": [.answer(200, [("Content-Type", "Application/Atom+XML"), ("ETag", "1")], atom)],
      "/old": [.redirect(301, to: "/now")],
      "/now": [.redirect(302, to: "/page")],
      "/html": [.answer(200, [("Content-Type", "text/html")], "<html><body/></html>")],
    ])
    func lines(_ path: String) throws -> [String] {
      let run = try Tool.run(
        "tidings",
        ["validate", "-v", "--allow-private", server.url(path)]
      )
      return run.output.split(separator: "\n").map(String.init).filter {
        $0.contains("[served") || $0.contains("[redirect")
      }.map { $0.replacingOccurrences(of: server.url(""), with: "") }
    }
    #expect(
      try lines("/page") == [
        "/page:1:1: warning: the server says “text/html”, which is no type of a feed "
          + "[served-as-no-feed]",
        "/page:1:1: info: the server sent neither ETag nor Last-Modified [served-without-version]",
      ]
    )
    #expect(
      try lines("/atom") == [
        "/atom:1:1: warning: the server says application/rss+xml, which is RSS, but this is Atom "
          + "[served-as-other-format]"
      ]
    )
    #expect(try lines("/good") == [])
    #expect(
      try lines("/old") == [
        "/old:1:1: warning: the server says “text/html”, which is no type of a feed "
          + "[served-as-no-feed]",
        "/old:1:1: info: /old has moved to /now [redirect-permanent]",
        "/old:1:1: info: /now leads to /page, but only for the time being [redirect-temporary]",
        "/old:1:1: info: the server sent neither ETag nor Last-Modified [served-without-version]",
      ]
    )
    #expect(try lines("/html").allSatisfy { !$0.contains("served-as") })
  }
}
