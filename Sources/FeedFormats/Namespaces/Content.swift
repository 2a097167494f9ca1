import FeedXML

/// RSS 1.0's content module, of which everybody uses one element.
///
/// Specification: http://purl.org/rss/1.0/modules/content/.
extension XMLNamespace {
  /// `http://purl.org/rss/1.0/modules/content/`.
  public static let content = XMLNamespace("content", "http://purl.org/rss/1.0/modules/content/")
}

extension XMLSerializer {
  /// Writes `content:encoded`: the whole post, as HTML.
  mutating func contentEncoded(_ html: String) {
    element("encoded", in: .content, markup: html)
  }
}

/// Reads the content module.
enum ContentReader {
  /// The children of an item. `content:encoded` is the post itself, whatever `description` says.
  static let postRules: [ElementRule<PostDraft>] = [
    .markup("encoded", in: .content) { $1.content.offer($0.html) }
  ]
}
