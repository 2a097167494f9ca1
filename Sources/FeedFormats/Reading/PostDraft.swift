import FeedModel
import FeedXML

/// What is known of a post while it is read.
final class PostDraft: Draft {
  /// A text of a post, as HTML or plain, and what its URLs are relative to.
  struct Text {
    enum Kind { case html, plain }

    var kind: Kind
    var string: String
    var base: BaseURL?
    var name: String { element.map(\.qualifiedName) ?? "content_html" }
    /// The element that it is from; nil in JSON.
    var element: XMLName?
    var position: SourcePosition
  }

  /// A file or picture of Media RSS.
  struct Medium {
    var attachment: Attachment
    var image: Image
    var isImage: Bool
    var isDefault = false
    /// Alternatives of one thing have the same number.
    var group: Int?
  }

  /// The properties that one element alone can give.
  var post = Post(id: "")
  let position: SourcePosition

  var id = Candidate<String>()
  /// What the id's element says of itself as an address; nil where it says nothing.
  var idIsPermalink: Bool?
  /// Whether the id is one that is an address by default: RSS's `guid`.
  var idIsGUID = false
  var link = Candidate<String>()
  /// Atom's links to pages that the post is about, and where it was found.
  var related: [String] = []
  var via: [String] = []

  /// RSS's `description`, or Atom's `summary` in HTML.
  var description: Text?
  /// The post itself, by elements that hold nothing else.
  var content = Candidate<Text>()
  var summary = Candidate<String>()
  /// Summaries where there is nothing else.
  var lesserSummary = Candidate<String>()
  var markdown: String?
  /// JSON Feed's plain text, beside HTML or alone.
  var plainContent: String?

  var enclosures: [Attachment] = []
  var media: [Medium] = []
  var mediaGroups = 0
  var thumbnails: [Image] = []
  /// A picture of the author.
  var avatar: String?

  init(at position: SourcePosition) {
    self.position = position
  }
}
