import FeedFetching
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

/// What strangers' addresses and lists may not do.
@Suite("Addresses of sources")
struct SourcePrivacyTests {
  private static func list(_ addresses: [String]) -> String {
    let outlines = addresses.map { "<outline type=\"rss\" text=\"F\" xmlUrl=\"\($0)\"/>" }
    return "<opml version=\"2.0\"><head/><body>\(outlines.joined())</body></opml>"
  }

  @Test("this machine's own network is left alone unless the source allows it")
  func notAllowed() async throws {
    let server = try ScriptedServer(["/": [.answer(200, [], SampleFeed.rss(["a"]))]])
    let site = try SourceSite("  - from: \(server.url())")
    let report = try await site.build()
    #expect(server.requests.isEmpty)
    #expect(report.sources?.warnings.first?.help?.contains("allow_private: true") == true)
  }

  @Test("a list on the web leads to this machine's own network never, though it is itself allowed")
  func listFromTheWeb() async throws {
    let feed = try ScriptedServer(["/": [.answer(200, [], SampleFeed.rss(["a"]))]])
    let lists = try ScriptedServer(["/": [.answer(200, [], Self.list([feed.url()]))]])
    let site = try SourceSite("  - {opml: \"\(lists.url())\", allow_private: true}")
    let report = try await site.build()
    #expect(lists.requests.count == 1)
    #expect(feed.requests.isEmpty)
    #expect(report.sources?.warnings.map(\.source) == [feed.url()])
    #expect(report.sources?.sources.map(\.isList) == [true, false])
  }

  @Test("a list in a file is its owner's, and leads where the source allows")
  func listInAFile() async throws {
    let server = try ScriptedServer([
      "/a": [.answer(200, [], SampleFeed.rss(["a"]))],
      "/b": [.answer(200, [], SampleFeed.rss(["b", "c"]))],
    ])
    let site = try SourceSite("  - {opml: roll.opml, allow_private: true, limit: 1}")
    let addresses = [server.url("/a"), server.url("/b"), "file:///etc/passwd", server.url("/a")]
    try site.site.write(Self.list(addresses), to: "roll.opml")
    let report = try await site.build()
    #expect(Set(try site.titles()) == ["a", "b"])
    #expect(server.requests.count == 2, "each feed is asked once")
    #expect(report.sources?.warnings.first?.message.contains("file:///etc/passwd") == true)
  }

  @Test("a list that fails keeps its last good feeds, and a page in its place changes nothing")
  func failingList() async throws {
    let server = try ScriptedServer([
      "/roll": [
        .answer(200, [], Self.list(["http://weir.invalid/feed"])),
        .answer(200, [("Content-Type", "text/html")], "<html><p>Oh no</p></html>"),
      ]
    ])
    let site = try SourceSite("  - {opml: \"\(server.url("/roll"))\", allow_private: true}")
    try await site.build()
    let report = try await site.build(after: day)
    #expect(
      report.sources?.sources.map(\.name) == [server.url("/roll"), "http://weir.invalid/feed"]
    )
    #expect(report.sources?.warnings.first?.message.contains("is a page") == true)
  }

  @Test("a password in an address is neither shown nor published")
  func password() async throws {
    let server = try ScriptedServer(["/": [.answer(200, [], SampleFeed.rss(["a"]))]])
    let address = server.url().replacingOccurrences(of: "http://", with: "http://ada:secret@")
    let site = try SourceSite(addresses: [address])
    let report = try await site.build()
    #expect(report.posts == 1)
    #expect(server.requests.first?["Authorization"] != nil)
    #expect(report.sources?.sources.first?.name == server.url())
    for name in ["feed.xml", "atom.xml", "feed.json"] {
      #expect(!(try site.site.text("feeds/" + name)).contains("secret"))
    }
  }

  @Test("files are named by digests, whatever addresses and ids have in them")
  func names() async throws {
    let item =
      "<item><guid>../../../x</guid><title>t</title><link>javascript:alert(1)</link></item>"
    let feed = "<rss version=\"2.0\"><channel><title>..</title>\(item)</channel></rss>"
    let server = try ScriptedServer { _ in .answer(200, [], feed) }
    let site = try SourceSite(addresses: [server.url("/../../%2e%2e/x?y=../../z")])
    let report = try await site.build()
    #expect(report.posts == 1 && report.refusals.isEmpty)
    let folder = site.site.path + "/.tidings/sources"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count == 1 && names.allSatisfy { $0.count == 36 && UUID(uuidString: $0) != nil })
    #expect(!(try site.site.text("feeds/atom.xml")).contains("javascript:"))
  }
}
