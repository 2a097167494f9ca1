import FeedModel

/// A list of feeds to subscribe to: an OPML document.
///
/// Specification: OPML 2.0, http://opml.org/spec2.opml.
public struct SubscriptionList: Sendable, Equatable {
  /// A feed to subscribe to: an `outline` of type `rss`, which stands for feeds of all formats.
  public struct Subscription: Sendable, Equatable {
    /// The feed's name: `text` and `title`.
    public var title: String
    /// The feed's absolute URL: `xmlUrl`.
    public var feedURL: String
    /// The site's absolute URL: `htmlUrl`.
    public var homePage: String?
    /// What the feed is about: `description`.
    public var description: String?
    /// The feed's language, a BCP 47 tag: `language`.
    public var language: String?

    /// A feed by its name and URL.
    public init(
      title: String,
      feedURL: String,
      homePage: String? = nil,
      description: String? = nil,
      language: String? = nil
    ) {
      self.title = title
      self.feedURL = feedURL
      self.homePage = homePage
      self.description = description
      self.language = language
    }
  }

  /// The list's name: `title`.
  public var title: String
  /// When the list last changed; it comes from content, never from the clock: `dateModified`.
  public var modified: Timestamp?
  /// Whose list it is: `ownerName`, `ownerEmail` and `ownerId`.
  public var owner: Person?
  /// The feeds, in order.
  public var subscriptions: [Subscription]

  /// A list of feeds.
  public init(
    title: String,
    modified: Timestamp? = nil,
    owner: Person? = nil,
    subscriptions: [Subscription]
  ) {
    self.title = title
    self.modified = modified
    self.owner = owner
    self.subscriptions = subscriptions
  }
}
