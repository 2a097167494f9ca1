/// One entry of a feed: an item in RSS and JSON Feed, an entry in Atom.
///
/// Each property's documentation is its row of the mapping table. A writer reports what its format
/// cannot carry as an `Omission`, unless the row says otherwise. An empty text is the same as none.
public struct Post: Sendable, Equatable {
  /// The permanent identifier, unique within the feed and the same for ever: readers take a post
  /// with a new id for a new post.
  ///
  /// RSS: `guid`, with `isPermaLink="true"` only where it equals the permalink and is a URI · Atom:
  /// `id`, an absolute IRI; others are wrapped as `urn:` names · JSON Feed: `id`.
  public var id: String

  /// The absolute URL of the post's own page.
  ///
  /// RSS: `link`; when the feed links externally, only the `guid` where it is the same · Atom: `link
  /// rel="alternate"`, or `rel="via"` when the feed links externally · JSON Feed: `url`.
  public var permalink: String?

  /// The absolute URL of the page elsewhere that the post is about.
  ///
  /// RSS: `link` instead of the permalink when the feed links externally, else not carried · Atom:
  /// `link rel="related"`, or `rel="alternate"` when the feed links externally · JSON Feed:
  /// `external_url`.
  public var externalLink: String?

  /// The title, plain text. Short posts may have none.
  ///
  /// RSS: `title` · Atom: `title`, required; an empty element when there is none · JSON Feed:
  /// `title`.
  public var title: String?

  /// A short text about the post, plain text.
  ///
  /// RSS: `description`, as HTML · Atom: `summary`; `content` when there is neither content nor an
  /// alternate link · JSON Feed: `summary`, and `content_text` when there is no content. A feed of whole
  /// posts has it only for posts without content, which is the owner's choice and not reported.
  public var summary: String?

  /// The post itself.
  ///
  /// RSS: `content:encoded`, or `description` when there is no summary · Atom: `content` · JSON
  /// Feed: `content_html` and `content_text`. A feed of summaries has it only for posts that have
  /// neither summary nor title, which is the owner's choice and not reported.
  public var content: Content?

  /// When the post first appeared.
  ///
  /// RSS: `pubDate`, in whole seconds · Atom: `published` · JSON Feed: `date_published`.
  public var published: Timestamp?

  /// When the post last changed in a way that its author finds worth telling.
  ///
  /// RSS: `atom:updated` where it differs from `published`, and `pubDate` where there is no other date
  /// · Atom: `updated`, required; falls back to `published`, then, reported, to the feed's ·
  /// JSON Feed: `date_modified`.
  public var updated: Timestamp?

  /// The people who wrote the post; empty means the feed's authors.
  ///
  /// RSS: `author` for a single one with an email address, else `dc:creator`, one each · Atom:
  /// `author`, one each · JSON Feed: `authors`.
  public var authors: [Person]

  /// People who helped.
  ///
  /// RSS: `dc:contributor` · Atom: `contributor` · JSON Feed: not carried.
  public var contributors: [Person]

  /// The subjects.
  ///
  /// RSS: `category`, scheme as `domain` · Atom: `category` with `scheme` and `label` · JSON Feed:
  /// `tags`, the label or else the term, each once.
  public var tags: [Tag]

  /// The picture that stands for the post.
  ///
  /// RSS: `media:content medium="image"` · Atom: the same · JSON Feed: `image`.
  public var image: Image?

  /// A wide picture for the top of the post's page.
  ///
  /// RSS, Atom: not carried · JSON Feed: `banner_image`.
  public var banner: Image?

  /// Sound, video and other files that belong to the post.
  ///
  /// RSS: the first is the `enclosure`, the others `media:content`, which is reported · Atom: `link
  /// rel="enclosure"`, one each · JSON Feed: `attachments`.
  public var attachments: [Attachment]

  /// The language, where it differs from the feed's: a BCP 47 tag.
  ///
  /// RSS: `dc:language` · Atom: `xml:lang` on the entry · JSON Feed: `language`.
  public var language: String?

  /// The copyright line, plain text.
  ///
  /// RSS: `dc:rights` · Atom: `rights` · JSON Feed: not carried.
  public var rights: String?

  /// The absolute URL of the page with the comments.
  ///
  /// RSS: `comments` · Atom: `link rel="replies"` · JSON Feed: not carried.
  public var commentsPage: String?

  /// The feed that the post was taken from, when it is republished.
  ///
  /// RSS: `source`, the title and the feed's URL · Atom: `source` · JSON Feed: not carried.
  public var source: Source?

  /// What namespaces add, by type: `post.extensions[ITunesEpisode.self] = ITunesEpisode(…)`.
  public var extensions: Extensions

  /// A post with its id; all else is set property by property.
  public init(id: String) {
    self.id = id
    authors = []
    contributors = []
    tags = []
    attachments = []
    extensions = Extensions()
  }
}
