import FeedModel

/// What became of the feeds that posts are taken from.
public struct SourceReport: Sendable {
  /// What became of one of them.
  public enum State: Sendable, Equatable {
    /// It is as it was.
    case unchanged
    /// It is another, with so many entries that it did not have before.
    case changed(newEntries: Int)
    /// It fails; what it had last stands for it, if there is anything.
    case failing(since: Timestamp, message: String)
    /// Its server says that it will not come back.
    case gone
    /// It was not asked: that was not wanted, there was no time, or it is a file.
    case notAsked
  }

  /// A feed, or a list of feeds.
  public struct Source: Sendable {
    /// Its address without a password, or its file.
    public var name: String
    /// What became of it.
    public var state: State
    /// Whether it is a list of feeds.
    public var isList: Bool
    /// Whether there is a document of it.
    public var hasDocument: Bool
    /// When it is asked again at the earliest; nil for at once.
    public var notBefore: Timestamp?
    /// Whether it was left for the next time because the time for all was over.
    public var lackedTime = false
    /// How many posts it has in the site: before feeds take as many as they have room for.
    public var posts = 0
  }

  /// Something that the owner should know, once.
  public struct Warning: Sendable, Equatable {
    /// The source.
    public var source: String
    /// What, as a sentence without its full stop.
    public var message: String
    /// What to do about it.
    public var help: String?
    /// Whether it is that the source has failed for long.
    public var isStale = false
  }

  /// The sources, in the order of the configuration.
  public var sources: [Source] = []
  /// What changed for good or bad since the last time.
  public var warnings: [Warning] = []
  /// How many entries are there once, though several feeds have them.
  public var repeatedEntries = 0

  /// Nothing yet.
  public init() {}
}
