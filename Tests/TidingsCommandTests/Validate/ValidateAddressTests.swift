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
}
