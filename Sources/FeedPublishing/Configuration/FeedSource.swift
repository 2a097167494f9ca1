import FeedModel
import FeedSources

/// Feeds that posts are taken from: an item of `posts:` that names feeds, or a list of them.
public struct FeedSource: Sendable {
  /// Where a document is.
  public enum Place: Sendable, Hashable {
    /// On the web, by its http or https URL.
    case address(String)
    /// In a file, relative to the configuration.
    case file(String)

    /// What the configuration says, without a password that is in it.
    public var shown: String {
      switch self {
      case .address(let address): SourceAddress.shown(address)
      case .file(let path): path
      }
    }
  }

  /// The feeds.
  public var feeds: [Place]
  /// Lists of feeds, as OPML.
  public var lists: [Place]
  /// What the feed is called; nil for its own title.
  public var title: String?
  /// How many of the newest entries of each feed are taken at most.
  public var limit: Int?
  /// What entries must be like.
  public var conditions: [EntryCondition]
  /// Whether entries dated in the future are taken.
  public var includesFuture: Bool
  /// Whether the addresses that the configuration names may be of this machine's own network.
  public var allowsPrivateAddresses: Bool
  /// The rules for content.
  public var content: ContentRules
}

/// A condition of `where:` on the entries of a feed.
public struct EntryCondition: Sendable, Equatable {
  /// What can be asked of an entry.
  public enum Field: String, Sendable, CaseIterable {
    /// One of its tags is one of the values.
    case tag
    /// One of its authors has one of the names.
    case author
    /// Its language is one of the values, or a variety of one.
    case language
    /// Its title has one of the values in it.
    case title
  }

  /// What is asked.
  public var field: Field
  /// What passes, in any case of letters.
  public var values: [String]
}
