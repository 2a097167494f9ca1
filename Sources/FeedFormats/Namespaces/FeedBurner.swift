import FeedModel
import FeedXML

/// FeedBurner, which counts clicks on links and says where they led before. It is read and not
/// written.
///
/// Documentation: rssnamespace.org/feedburner/ext/1.0.
extension XMLNamespace {
  /// `http://rssnamespace.org/feedburner/ext/1.0`.
  public static let feedBurner = XMLNamespace(
    "feedburner",
    "http://rssnamespace.org/feedburner/ext/1.0"
  )
}

/// Reads FeedBurner's elements.
enum FeedBurnerReader {
  /// The children of an item: the original addresses count more than FeedBurner's.
  static let postRules: [ElementRule<PostDraft>] = [
    .element("origLink", in: .feedBurner) { $1.link.offer($0.url, rank: -1) },
    .element("origEnclosureLink", in: .feedBurner) { element, draft in
      guard let url = element.url, !draft.enclosures.isEmpty else { return }
      draft.enclosures[draft.enclosures.count - 1].url = url
    },
  ]
}
