import FeedSources

/// A feed in two versions, as a report tells of it.
public struct ComparedFeed: Sendable {
  /// What the old version is called: a path, an address, `HEAD:feed.xml`.
  public var oldName: String
  /// What the new version is called.
  public var newName: String
  /// What changed.
  public var difference: FeedDifference
  /// Which of the versions there is.
  public var presence: Presence
  /// What readers will show of it; nil if nobody wants to know.
  public var forecast: Forecast?

  /// Which versions of a feed there are, where folders are compared.
  public enum Presence: String, Sendable {
    /// Both.
    case both
    /// The old one alone: its entries are removed.
    case old
    /// The new one alone: its entries are added.
    case new
  }

  /// See the properties.
  public init(
    oldName: String,
    newName: String,
    difference: FeedDifference,
    presence: Presence = .both
  ) {
    self.oldName = oldName
    self.newName = newName
    self.difference = difference
    self.presence = presence
  }

  /// What changed, in words.
  var headline: String {
    switch presence {
    case .both: difference.summary.words
    case .old: "the feed is gone"
    case .new: "a new feed"
    }
  }
}

/// A way to write what changed in one feed or several: `begin`, `add` for each, `end`.
public protocol DiffReport {
  /// Writes what stands before all feeds.
  mutating func begin(into output: inout [UInt8])
  /// Writes what is to be said of a feed.
  mutating func add(_ feed: ComparedFeed, into output: inout [UInt8]) throws(FileError)
  /// Writes what stands after all feeds.
  mutating func end(into output: inout [UInt8])
}

extension DiffReport {
  /// Nothing.
  public mutating func begin(into output: inout [UInt8]) {}
  /// Nothing.
  public mutating func end(into output: inout [UInt8]) {}
}

extension FeedDifference.Summary {
  /// The kinds with their numbers, without those that there is nothing of: `1 added, 2 changed`.
  public var words: String {
    let parts: [(Int, String)] = [
      (added, "added"), (backfilled, "backfilled"), (changed, "changed"),
      (reidentified, "re-identified"), (removed, "removed"), (agedOut, "aged out"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty ? "no entry changed" : told.joined(separator: ", ")
  }
}

extension EntryChange.Kind {
  /// The kind in words.
  var words: String {
    switch self {
    case .added: "added"
    case .backfilled: "backfilled"
    case .reidentified: "re-identified"
    case .changed: "changed"
    case .removed: "removed"
    case .agedOut: "aged out"
    }
  }
}

/// The number and the noun in the form that goes with it.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
