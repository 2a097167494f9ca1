import FeedDiff
import FeedFormats
import FeedModel

/// A feed as a build wrote it.
struct BuiltFeed: Sendable {
  /// The path from the folder beside which the history lies.
  var path: String
  let format: FeedFormat
  let snapshot: FeedSnapshot
  /// The fingerprint of the entries.
  let fingerprint: UInt64
  /// What is known without looking it up; nil for nothing.
  let continuation: Continuation?

  /// What a feed has of the one that was built before.
  struct Continuation: Sendable {
    /// The entries that were built before.
    var before: EntryTable
    /// Their fingerprint, which tells whether a history means the same by it.
    var fingerprint: UInt64
    /// The entries that may be others than before, by index.
    var fresh: [Int]
    /// The entries from before that were not taken over, by index.
    var gone: [Int]
  }

  init(
    path: String,
    format: FeedFormat,
    snapshot: FeedSnapshot,
    continuation: Continuation? = nil
  ) {
    self.path = path
    self.format = format
    self.snapshot = snapshot
    self.continuation = continuation
    fingerprint = snapshot.fingerprint
  }
}
