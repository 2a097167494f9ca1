import FeedFetching
import FeedModel
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

/// Feeds on servers as posts of a site.
@Suite("Sources on the web")
struct SourceBuildTests {
  @Test("the entries of a feed are posts, with the feed that they are from")
  func republished() async throws {
    let server = try ScriptedServer(["/feed.xml": [.answer(200, [], SampleFeed.rss(["b", "a"]))]])
    let site = try SourceSite(addresses: [server.url("/feed.xml")])
    let report = try await site.build()
    #expect(report.refusals.isEmpty && report.problems.isEmpty)
    #expect(report.posts == 2)
    #expect(report.sources?.sources.map(\.state) == [.changed(newEntries: 2)])
    #expect(try site.titles() == ["b", "a"])
    let atom = try site.site.text("feeds/atom.xml")
    #expect(atom.contains("<id>https://weir.example/b</id>"))
    #expect(atom.contains("<source>"))
    #expect(atom.contains("<title>The Weir</title>"))
    #expect(atom.contains("Words of b."))
    let rss = try site.site.text("feeds/feed.xml")
    #expect(rss.contains("<source url=\"\(server.url("/feed.xml"))\">The Weir</source>"))
  }
}
