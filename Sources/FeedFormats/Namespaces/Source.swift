import FeedModel
import FeedXML

/// Dave Winer's source namespace, of which the Markdown of a post is written.
///
/// Specification: http://source.scripting.com/.
extension XMLNamespace {
  /// `http://source.scripting.com/`.
  public static let source = XMLNamespace("source", "http://source.scripting.com/")
}

extension XMLSerializer {
  /// Writes `source:markdown`: what the HTML was made from.
  mutating func sourceMarkdown(_ markdown: String) {
    element("markdown", in: .source, markup: markdown)
  }
}

/// Reads the source namespace.
enum SourceReader {
  /// The children of an item.
  static let postRules: [ElementRule<PostDraft>] = [
    .element("markdown", in: .source) { element, draft in
      draft.markdown = draft.markdown ?? element.text
    }
  ]
}
