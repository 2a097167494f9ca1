/// The feed that a republished post was taken from (RFC 4287 section 4.2.11; RSS 2.0, `source`).
public struct Source: Sendable, Equatable {
  /// The feed's identifier.
  ///
  /// RSS: not carried, as all but the title and the URL · Atom: `id`, the URL if nil · JSON Feed: not
  /// carried, as the source as a whole.
  public var id: String?
  /// The feed's name, plain text.
  ///
  /// RSS: the text of `source` · Atom: `title`.
  public var title: String
  /// The feed's URL. RSS requires it.
  ///
  /// RSS: `url` · Atom: `link rel="self"`.
  public var feedURL: String?
  /// The site's URL. Atom: `link rel="alternate"`.
  public var homePage: String?
  /// When the feed last changed. Atom: `updated`.
  public var updated: Timestamp?
  /// The feed's authors. Atom: `author`.
  public var authors: [Person]
  /// The feed's copyright line. Atom: `rights`.
  public var rights: String?

  /// A source with its name, and what else is known.
  public init(
    title: String,
    id: String? = nil,
    feedURL: String? = nil,
    homePage: String? = nil,
    updated: Timestamp? = nil,
    authors: [Person] = [],
    rights: String? = nil
  ) {
    self.id = id
    self.title = title
    self.feedURL = feedURL
    self.homePage = homePage
    self.updated = updated
    self.authors = authors
    self.rights = rights
  }
}
