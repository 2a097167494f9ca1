import FeedDiff
import FeedModel
import FeedSources
import FeedValidation

/// What a run of publishing did.
public struct PublishReport: Sendable {
  /// How it ended.
  public enum Outcome: Sendable, Equatable {
    /// Nobody sees anything else than before.
    case unchanged
    /// New files are in their places.
    case published
    /// They would be; it was a rehearsal.
    case rehearsed
    /// A source is so young that it may still be written to.
    case waiting(String)
    /// Sources or documents are broken: nothing was changed.
    case invalid
    /// Gates are closed: nothing was changed.
    case refused
  }

  /// A document that is other than what is published.
  public struct Change: Sendable {
    /// The file.
    public var path: String
    /// The address that it is published at, if anybody knows.
    public var address: String?
    /// Between what is published and what is or would be.
    public var difference: FeedDifference
    /// The gates that it does not pass.
    public var refusals: [PublishGates.Refusal]
    /// What the validator has to say of it, in document order.
    public var findings: [Diagnostic]
    /// Whether nothing was published there before.
    public var isNew: Bool

    /// What the validator has against it.
    public var errors: [Diagnostic] { findings.filter { $0.severity == .error } }
  }

  /// How it ended.
  public var outcome = Outcome.unchanged
  /// What building said; nil if nothing had to be built.
  public var build: BuildReport?
  /// The documents with other bytes.
  public var changes: [Change] = []
  /// The files with other bytes, lists of feeds and compressed copies too.
  public var files: [String] = []
  /// How many files a run before had left to be put in their places.
  public var recovered = 0
  /// When the next post comes out or goes, if no file changes.
  public var nextChange: Timestamp?
  /// How many were told of changes, and how many wait to be.
  public var told = 0
  /// See ``told``.
  public var waiting = 0
  /// Whether a source has failed for so long now that somebody should look after it; said once.
  public var hasStaleSource = false
  /// What the owner should know although nothing failed.
  public var warnings: [String] = []

  /// Nothing yet.
  public init() {}

  /// The documents that do not pass a gate.
  public var refused: [Change] { changes.filter { !$0.refusals.isEmpty } }
}

/// Why publishing could not be tried.
public enum PublishError: Error, Sendable {
  /// Another run is at work.
  case locked(path: String)
  /// The site keeps no history, which publishing needs; with the configuration that says so.
  case noHistory(path: String)
  /// What lies in the journal's place is no journal.
  case strangeJournal(path: String)
  /// The files are published, and what has to be remembered of them is not.
  case forgotten(path: String, message: String)
}
