import FeedFormats
import FeedModel
import FeedValidation
import Foundation
import Testing

/// A feed and its posts, which every test can write.
struct Case: Sendable {
  var feed: Feed
  var posts: [Post]
  var options = WriterOptions()

  func output(_ format: FeedFormat) -> FeedOutput {
    switch format {
    case .rss: RSSWriter.document(feed, posts: posts, options: options)
    case .atom: AtomWriter.document(feed, posts: posts, options: options)
    case .json: JSONFeedWriter.document(feed, posts: posts, options: options)
    }
  }

  func text(_ format: FeedFormat) -> String {
    String(decoding: output(format).bytes, as: UTF8.self)
  }

  /// The channel.
  func rss() throws -> XMLTree {
    try #require(try XMLTree.parse(output(.rss).bytes)["channel"])
  }

  /// The first item.
  func rssItem() throws -> XMLTree { try #require(try rss()["item"]) }

  /// The feed.
  func atom() throws -> XMLTree { try XMLTree.parse(output(.atom).bytes) }

  /// The first entry.
  func atomEntry() throws -> XMLTree { try #require(try atom()["atom:entry"]) }

  /// The top level.
  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output(.json).bytes))
    return try #require(value as? [String: Any])
  }

  /// The first item.
  func jsonItem() throws -> [String: Any] {
    let items = try #require(try json()["items"] as? [[String: Any]])
    return try #require(items.first)
  }

  /// What is not carried: `property: reason`.
  func omissions(_ format: FeedFormat) -> [String] {
    output(format).omissions.map { "\($0.property): \($0.reason)" }
  }

  /// What the gate before publication has against the document.
  func complaints(_ format: FeedFormat) throws -> [String] {
    let gate = FeedGate(kind: format == .rss ? .rss : format == .atom ? .atom : .jsonFeed)
    output(format).bytes.withUnsafeBufferPointer { gate.consume($0) }
    return gate.finish().map { "\($0.line):\($0.column) \($0.path ?? "") \($0.message)" }
  }
}

extension Case {
  /// A feed that has all that formats require.
  static var smallFeed: Feed {
    var feed = Feed(title: "Weir")
    feed.subtitle = "Notes on rivers"
    feed.homePage = "https://weir.example/"
    feed.selfURL = "https://weir.example/feed"
    feed.authors = [Person(name: "Ada Brook")]
    feed.updated = Timestamp(year: 2024, month: 2, day: 3, offsetSeconds: 0)
    return feed
  }

  /// A post that has what a good entry has.
  static var smallPost: Post {
    var post = Post(id: "https://weir.example/floods/")
    post.permalink = "https://weir.example/floods/"
    post.title = "Floods"
    post.published = Timestamp(year: 2024, month: 2, day: 3, hour: 9, offsetSeconds: 3_600)
    post.content = Content(html: "<p>Water.</p>")
    return post
  }

  /// The small feed with one post, both changed as a test needs them.
  static func with(
    feed changeFeed: (inout Feed) -> Void = { _ in },
    post changePost: (inout Post) -> Void = { _ in },
    options: WriterOptions = WriterOptions()
  ) -> Case {
    var feed = smallFeed
    changeFeed(&feed)
    var post = smallPost
    changePost(&post)
    return Case(feed: feed, posts: [post], options: options)
  }
}

/// Whether two texts have the same bytes; `==` takes composed and decomposed letters for equal.
func isSame(_ left: String?, _ right: String?) -> Bool {
  left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
}

/// Testing has attachments of its own.
typealias File = FeedModel.Attachment
