import FeedModel
import FeedXML

/// Slash: how many comments a post has.
///
/// Specification: http://purl.org/rss/1.0/modules/slash/.
extension XMLNamespace {
  /// `http://purl.org/rss/1.0/modules/slash/`.
  public static let slash = XMLNamespace("slash", "http://purl.org/rss/1.0/modules/slash/")
}

/// What Slash says of a post.
public struct SlashPost: XMLFeedExtension {
  /// `slash:comments`: how many comments there are. A count below 0 is not written.
  public var comments: Int

  /// A post with so many comments.
  public init(comments: Int) {
    self.comments = comments
  }

  /// The elements' namespace.
  public static let namespace = XMLNamespace.slash

  /// Writes the element into the item.
  public func write(to xml: inout XMLSerializer) {
    if comments >= 0 { xml.element("comments", in: .slash, text: String(comments)) }
  }
}

/// Reads Slash.
enum SlashReader {
  /// The children of an item.
  static let postRules: [ElementRule<PostDraft>] = [
    .element("comments", in: .slash) { element, draft in
      guard let comments = element.count else { return }
      draft.extend(SlashPost(comments: comments)) { $0.comments = comments }
    }
  ]
}
