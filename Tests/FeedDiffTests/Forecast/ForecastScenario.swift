import FeedFormats
import FeedModel

@testable import FeedDiff

/// Two versions of a small feed, as publishers make them.
struct ForecastScenario {
  var old: FeedSnapshot
  var new: FeedSnapshot
  var now = Self.today

  /// A day after the newest of ten sample posts.
  static let today = date(10)
  static let day: Int64 = 86_400

  /// The day of a sample post.
  static func date(_ number: Int64) -> Timestamp {
    Timestamp(secondsSince1970: 1_700_000_000 + number * day)
  }

  /// Ten posts, before and after.
  static func rss(_ count: Int = 10, _ change: (inout [Post]) -> Void) -> ForecastScenario {
    let old = SampleFeed.posts(count)
    var new = old
    change(&new)
    return ForecastScenario(old: SampleFeed.rss(old), new: SampleFeed.rss(new))
  }

  /// Ten posts, all of them changed.
  static func each(_ change: (inout Post) -> Void) -> ForecastScenario {
    rss { posts in for index in posts.indices { change(&posts[index]) } }
  }

  func forecast() throws -> Forecast {
    try Forecast(FeedDifference(old: old, new: new), now: now)
  }

  /// An RSS document without elements that our writer always writes.
  static func rss(_ posts: [Post], without elements: [String]) -> FeedSnapshot {
    var feed = Feed(title: "Weir notes")
    feed.homePage = "https://weir.example/"
    let document = FeedFormat.rss.writer.document(feed, posts: posts).bytes
    let lines = String(decoding: document, as: UTF8.self).split(separator: "\n")
    var isInItem = false
    let kept = lines.filter { line in
      if line.contains("<item>") { isInItem = true }
      return !isInItem || !elements.contains { line.contains("<\($0)") }
    }
    return FeedSnapshotReader.read(Array(kept.joined(separator: "\n").utf8))
  }
}

extension Forecast {
  subscript(name: String) -> Reader? { readers.first { $0.name == name } }
}
