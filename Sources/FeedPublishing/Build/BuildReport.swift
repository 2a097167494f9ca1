import FeedDiff
import FeedFormats
import FeedModel
import FeedSources
import FeedValidation

/// What a build did, for people and for callers.
public struct BuildReport: Sendable {
  /// What became of a document.
  public struct Document: Sendable {
    /// What became of the file.
    public enum Outcome: String, Sendable {
      /// It is new.
      case created
      /// It has other bytes than before.
      case changed
      /// It stays as it was.
      case unchanged
    }

    /// The file, as the user would name it.
    public var path: String
    /// The format's name.
    public var format: String
    /// How many entries it has.
    public var entries: Int
    /// How many of them are as they were published, without their posts being looked at again.
    public var takenOver = 0
    /// How many posts its byte budget keeps out.
    public var overBudget: Int
    /// Its size in bytes.
    public var size: Int
    /// What became of the file.
    public var outcome: Outcome
    /// What the format could not carry.
    public var omissions: [Omission]
    /// What became of its entries since the build before; nil if nothing did, or nobody keeps track.
    public var difference: FeedDifference?
  }

  /// A post or file that is in no feed.
  public struct LeftOut: Sendable {
    /// The file; for an entry of a feed, the feed and the title.
    public var path: String
    /// Why.
    public var reason: Exclusion
    /// Whether it is an entry of a feed and not a file.
    public var isEntry = false
  }

  /// Something that should be known about a post without keeping it out.
  public struct Note: Sendable, Hashable {
    /// The file.
    public var path: String
    /// What, as a sentence without its full stop.
    public var message: String
  }

  /// A fault that the gate found in a document.
  public struct Refusal: Sendable {
    /// The document.
    public var path: String
    /// What and where.
    public var diagnostic: Diagnostic
    /// The post's file, when the fault lies in an entry.
    public var source: String?
  }

  /// The documents, in the order of the configuration.
  public var documents: [Document] = []
  /// How many posts are in feeds.
  public var posts = 0
  /// What is left out, by path.
  public var leftOut: [LeftOut] = []
  /// What should be known, by path.
  public var notes: [Note] = []
  /// Faults in sources and configuration; nothing was written when there are any.
  public var problems: [SourceProblem] = []
  /// Posts that cannot stand in one feed, since they share an id; nothing was written when there are
  /// any.
  public var conflicts: [SourceProblem] = []
  /// Faults in documents; nothing was written when there are any.
  public var refusals: [Refusal] = []
  /// What became of the feeds that posts are taken from; nil for a site without any.
  public var sources: SourceReport?
  /// What the ledger of ids did; nil if the site keeps none.
  public var ledger: Ledger?
  /// Why the history of builds could not be kept; nil if it was.
  public var historyProblem: String?
  /// Whether the documents were only checked.
  public var isDry = false

  /// Nothing yet.
  public init() {}
}

extension BuildReport.LeftOut {
  init(_ found: SiteScan.LeftOut) {
    self.init(path: found.path, reason: found.reason, isEntry: found.isEntry)
  }
}
