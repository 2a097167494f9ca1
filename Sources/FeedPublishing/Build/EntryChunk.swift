import FeedDiff
import FeedFormats

/// The entries of a run of posts in one document, with separators between them.
struct EntryChunk: Sendable {
  /// The entries.
  var bytes: [UInt8] = []
  /// The posts, as indices into the scan's.
  var members: [Int] = []
  /// Where each entry ends in the bytes.
  var ends: [Int] = []
  /// What the format could not carry.
  var omissions: [Omission] = []
  /// The entries as a history keeps them, if there is one.
  var entries = SnapshotEntries()
  /// What each entry depends on, if that is wanted.
  var traits: [EntryTraits] = []
}
