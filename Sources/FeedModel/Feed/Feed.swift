/// What a feed says about itself: everything but its entries.
///
/// The model has Atom's semantics (RFC 4287), since Atom names every notion that RSS 2.0 and JSON
/// Feed 1.1 have and keeps apart what they fold together. Entries (`Post`) are not held here: writers
/// take them one by one, so that a feed of any size needs the memory of one entry.
///
/// Each property's documentation is its row of the mapping table. A writer reports what its format
/// cannot carry as an `Omission`, unless the row says otherwise; nothing else is lost in silence.
/// An empty text is the same as none. URLs are written as URIs in RSS and JSON Feed (letters of other
/// scripts percent-encoded), as IRIs in Atom.
public struct Feed: Sendable, Equatable {
  /// The feed's permanent identifier, an absolute IRI that never changes.
  ///
  /// RSS: not carried (the feed's URL identifies it) · Atom: `id`, required; falls back to the self
  /// URL, then the home page, then the title, then “untitled”; what is no IRI is wrapped as a `urn:`
  /// name · JSON Feed:
  /// not carried (`feed_url` identifies it).
  public var id: String?

  /// The feed's name, plain text. Required by all formats.
  ///
  /// RSS: `channel/title` · Atom: `title` · JSON Feed: `title`.
  public var title: String

  /// What the feed is about, plain text.
  ///
  /// RSS: `channel/description`, required; falls back to the title · Atom: `subtitle` · JSON Feed:
  /// `description`.
  public var subtitle: String?

  /// The absolute URL of the site that the feed belongs to.
  ///
  /// RSS: `channel/link`, required; falls back to the self URL · Atom: `link rel="alternate"` · JSON Feed: `home_page_url`.
  public var homePage: String?

  /// The absolute URL that the document is served from.
  ///
  /// RSS: `atom:link rel="self"` · Atom: `link rel="self"` · JSON Feed: `feed_url`.
  public var selfURL: String?

  /// The language of the texts, a BCP 47 tag such as `en` or `pt-BR`.
  ///
  /// RSS: `channel/language` · Atom: `xml:lang` on `feed` · JSON Feed: `language`.
  public var language: String?

  /// When the feed's entries last changed. It comes from content, never from the clock, so that the
  /// same posts give the same bytes.
  ///
  /// RSS: `lastBuildDate`, in whole seconds · Atom: `updated`, required; writers that see no date at
  /// all write 1970-01-01 and report it · JSON Feed: not carried and not reported, since the items
  /// have their own.
  public var updated: Timestamp?

  /// The people who write the feed. They stand for every entry that names nobody.
  ///
  /// RSS: `managingEditor` for a single one with an email address, else `dc:creator`, one each · Atom:
  /// `author`, one each; the feed's title (else its page, else “Anonymous”) when there is nobody, since
  /// one is required · JSON Feed:
  /// `authors`.
  public var authors: [Person]

  /// People who helped.
  ///
  /// RSS: `dc:contributor` · Atom: `contributor` · JSON Feed: not carried.
  public var contributors: [Person]

  /// Whom to tell about technical trouble.
  ///
  /// RSS: `webMaster`, which needs an email address · Atom, JSON Feed: not carried.
  public var webMaster: Person?

  /// The copyright line, plain text.
  ///
  /// RSS: `copyright` · Atom: `rights` · JSON Feed: not carried.
  public var rights: String?

  /// Subjects of the feed as a whole.
  ///
  /// RSS: `category` with `domain` · Atom: `category` with `scheme` and `label` · JSON Feed: not
  /// carried.
  public var tags: [Tag]

  /// A small square image, for lists of feeds.
  ///
  /// RSS: `image` when there is no `logo` · Atom: `icon` · JSON Feed: `favicon`.
  public var icon: String?

  /// A larger image that stands for the feed.
  ///
  /// RSS: `image`, with the feed's title and link as the profile asks · Atom: `logo` · JSON Feed:
  /// `icon`.
  public var logo: String?

  /// What made the document.
  ///
  /// RSS: `generator`, its name, version and address in one text · Atom: `generator` with `uri` and
  /// `version` · JSON Feed: not carried and not reported, since it says nothing of the feed.
  public var generator: Generator?

  /// Where a reader can subscribe to push notifications.
  ///
  /// RSS: `atom:link rel="hub"` · Atom: `link rel="hub"` · JSON Feed: `hubs`. Kinds other than
  /// WebSub are carried by JSON Feed only.
  public var hubs: [Hub]

  /// How long the document may be cached, in minutes.
  ///
  /// RSS: `ttl`, unless below 0 · Atom, JSON Feed: not carried.
  public var timeToLive: Int?

  /// Hours of the day, 0 to 23 in GMT, in which nothing new appears.
  ///
  /// RSS: `skipHours`, each hour once and in order · Atom, JSON Feed: not carried.
  public var skipHours: [Int]

  /// Days of the week on which nothing new appears.
  ///
  /// RSS: `skipDays`, each day once · Atom, JSON Feed: not carried.
  public var skipDays: [Weekday]

  /// The rssCloud service that announces changes.
  ///
  /// RSS: `cloud` · Atom, JSON Feed: not carried (see `hubs`).
  public var cloud: Cloud?

  /// A text box that goes with the feed; readers ignore it.
  ///
  /// RSS: `textInput` · Atom, JSON Feed: not carried.
  public var textInput: TextInput?

  /// The document's place among the pages or archives of the feed (RFC 5005).
  ///
  /// RSS: `atom:link` and `fh:` elements · Atom: `link` and `fh:` elements · JSON Feed: `next_url`
  /// for the page or archive with older entries; the rest is not carried. A document with other pages
  /// is not marked as complete anywhere.
  public var paging: Paging

  /// Style sheets for people who open the document in a browser, in order.
  ///
  /// RSS, Atom: `<?xml-stylesheet?>` instructions · JSON Feed: not carried.
  public var stylesheets: [Stylesheet]

  /// Whether no further entry will ever appear.
  ///
  /// RSS, Atom: not carried, but by the podcast extension's `itunes:complete` · JSON Feed: `expired`.
  public var isExpired: Bool

  /// What namespaces add, by type: `feed.extensions[ITunesShow.self] = ITunesShow(…)`.
  public var extensions: Extensions

  /// A feed with a title; all else is set property by property.
  public init(title: String) {
    self.title = title
    authors = []
    contributors = []
    tags = []
    hubs = []
    skipHours = []
    skipDays = []
    paging = Paging()
    stylesheets = []
    isExpired = false
    extensions = Extensions()
  }
}
