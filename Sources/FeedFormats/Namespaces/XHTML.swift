import FeedModel
import FeedXML

/// XHTML, which some RSS has as the post itself. It is read and not written: Atom's `content` and
/// RSS's `content:encoded` hold HTML.
///
/// Specification: http://www.w3.org/1999/xhtml.
extension XMLNamespace {
  /// `http://www.w3.org/1999/xhtml`.
  public static let xhtml = XMLNamespace("xhtml", "http://www.w3.org/1999/xhtml")
}

/// Reads XHTML among the elements of an item.
enum XHTMLReader {
  /// The children of an item.
  static let postRules: [ElementRule<PostDraft>] = [
    .markup("body", "div", in: .xhtml) { $1.content.offer($0.html, rank: 1) }
  ]
}
