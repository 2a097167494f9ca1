import FeedFormats
import FeedModel

@testable import FeedDiff

/// Feeds to compare, as our own writers write them.
enum SampleFeed {
  /// Posts of a blog, a day after the other, the newest first.
  static func posts(_ count: Int) -> [Post] {
    (0..<count).reversed().map { number in
      var post = Post(id: "https://weir.example/notes/\(number)/")
      post.permalink = post.id
      post.title = "Note \(number)"
      post.published = Timestamp(secondsSince1970: 1_700_000_000 + Int64(number) * 86_400)
      post.content = Content(html: "<p>The gauge stood at \(number) centimetres.</p>")
      return post
    }
  }

  /// A feed, written and read.
  static func snapshot(_ posts: [Post], as format: FeedFormat) -> FeedSnapshot {
    var feed = Feed(title: "Weir notes")
    feed.homePage = "https://weir.example/"
    return FeedSnapshotReader.read(format.writer.document(feed, posts: posts).bytes)
  }

  static func rss(_ posts: [Post]) -> FeedSnapshot { snapshot(posts, as: .rss) }
}
