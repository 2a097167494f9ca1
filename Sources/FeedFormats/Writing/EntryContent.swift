import FeedModel
import FeedXML

/// What of a post's texts a document carries, by the owner's choice; empty texts are none.
struct EntryContent {
  /// Plain text about the post.
  var summary: String?
  /// The post as HTML.
  var html: String?
  /// The post as plain text.
  var text: String?
  /// What the HTML was made from.
  var markdown: String?

  /// A feed of whole posts falls back to summaries, and a feed of summaries to whole posts where
  /// there is not even a title to show.
  init(_ post: Post, mode: WriterOptions.ContentMode) {
    summary = post.summary.unlessEmpty
    html = post.content?.html.unlessEmpty
    text = post.content?.text.unlessEmpty
    markdown = post.content?.markdown.unlessEmpty
    switch mode {
    case .both: break
    case .full: if hasContent { summary = nil }
    case .summary:
      if summary != nil || post.title.unlessEmpty != nil {
        html = nil
        text = nil
        markdown = nil
      }
    }
  }

  /// Whether the post itself is carried, in either form.
  var hasContent: Bool { html != nil || text != nil }

  /// The post as HTML, made from the plain text if need be.
  var contentAsHTML: String? { html ?? text.map(HTMLEscaping.escape) }
}
