import FeedFormats
import FeedModel
import Testing

@testable import FeedDiff

@Suite("Entries are recognized")
struct MatcherTests {
  @Test("a feed against itself")
  func same() throws {
    let feed = SampleFeed.rss(SampleFeed.posts(30))
    let difference = try FeedDifference(old: feed, new: feed)
    #expect(difference.isEmpty)
    #expect(difference.entries.isEmpty)
    #expect(difference.summary.unchanged == 30)
  }
}
