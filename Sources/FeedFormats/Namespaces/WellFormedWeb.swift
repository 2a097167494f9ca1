import FeedModel
import FeedXML

/// The Well-Formed Web's comment interface: where a post's comments are as a feed.
///
/// Specification: http://wellformedweb.org/CommentAPI/.
extension XMLNamespace {
  /// `http://wellformedweb.org/CommentAPI/`.
  public static let wellFormedWeb = XMLNamespace("wfw", "http://wellformedweb.org/CommentAPI/")
}

/// What the comment interface says of a post.
public struct WellFormedWebPost: XMLFeedExtension {
  /// `wfw:commentRss`: the absolute URL of the feed with the post's comments.
  public var commentFeed: String?
  /// `wfw:comment`: the absolute URL that takes new comments.
  public var commentURL: String?

  /// A post with the URLs that it has.
  public init(commentFeed: String? = nil, commentURL: String? = nil) {
    self.commentFeed = commentFeed
    self.commentURL = commentURL
  }

  /// The elements' namespace.
  public static let namespace = XMLNamespace.wellFormedWeb

  /// Writes the elements into the item.
  public func write(to xml: inout XMLSerializer) {
    xml.element("comment", in: .wellFormedWeb, url: commentURL)
    xml.element("commentRss", in: .wellFormedWeb, url: commentFeed)
  }
}

/// Reads the comment interface.
enum WellFormedWebReader {
  /// The children of an item. The specification had `commentRSS` once.
  static let postRules: [ElementRule<PostDraft>] = [
    .element("comment", in: .wellFormedWeb) { element, draft in
      guard let url = element.url else { return }
      draft.extend(WellFormedWebPost()) { $0.commentURL = url }
    },
    .element("commentRss", "commentRSS", in: .wellFormedWeb) { element, draft in
      guard let url = element.url else { return }
      draft.extend(WellFormedWebPost()) { $0.commentFeed = url }
    },
  ]
}
