import FeedDiff
import FeedSources

/// The entries that a document has from the published one, while it is written.
///
/// What is made anew is kept as a document of its own, so that it can be checked and compared without
/// what was taken over.
final class EntryTakeover {
  let reuse: EntryReuse
  /// The published document.
  let source: CopySource
  /// The head, the entries that were made now, and the tail.
  private(set) var fresh: [UInt8] = []
  /// How many entries were made now.
  private(set) var freshEntries = 0
  /// Where the document's entries are from.
  private var origins: [EntryTable.Origin] = []

  init(_ reuse: EntryReuse) throws(FileError) {
    self.reuse = reuse
    source = try CopySource(reuse.path)
  }

  /// Notes where an entry begins that is made now.
  func note(madeAt offset: Int) {
    origins.append(
      EntryTable.Origin(isOld: false, index: freshEntries, shift: offset - fresh.count)
    )
    freshEntries += 1
  }

  /// Notes how much later an entry stands that is copied.
  func note(takenOver index: Int, shift: Int) {
    origins.append(EntryTable.Origin(isOld: true, index: index, shift: shift))
  }

  /// Keeps bytes that are made now.
  func keep(_ bytes: UnsafeBufferPointer<UInt8>) { fresh += bytes }

  /// The entries of the whole document.
  ///
  /// - Parameters:
  ///   - made: Those that were made now.
  ///   - known: What is known of the others.
  func table(of made: EntryTable, _ known: KeyPath<PublishedDocument, EntryTable>) -> EntryTable {
    EntryTable(origins, old: reuse.document[keyPath: known], fresh: made)
  }

  /// What a history has not to look up.
  var continuation: BuiltFeed.Continuation {
    let known = reuse.document
    var gone = Set(known.entries.indices)
    for origin in origins where origin.isOld { gone.remove(origin.index) }
    return BuiltFeed.Continuation(
      before: known.written,
      fingerprint: known.writtenFingerprint,
      fresh: origins.indices.filter { !origins[$0].isOld },
      gone: gone.sorted()
    )
  }

  // MARK: Comparing

  /// The published document and the one that is staged, as readers have them; nil if what was made anew
  /// is not read as it was written.
  func versions(staged path: String) throws(FileError) -> (old: FeedSnapshot, new: FeedSnapshot)? {
    guard let staged = try FileDocument(opening: path),
      let published = try FileDocument(opening: reuse.path),
      let read = readFresh(),
      let first = reuse.document.entries.first, let last = reuse.document.entries.last
    else { return nil }
    let head = FeedSnapshotReader()
    try published.read(0..<first.start) { head.consume($0) }
    try published.read(last.end..<Int.max) { head.consume($0) }
    let old = head.finish(source: nil)
    guard old.isComplete, old.count == 0 else { return nil }
    return (
      old.with(reuse.document.read, source: published),
      read.with(table(of: read.table, \.read), source: staged)
    )
  }

  /// The entries of the whole document as readers have them; nil if that cannot be told.
  var readTable: EntryTable? { readFresh().map { table(of: $0.table, \.read) } }

  private func readFresh() -> FeedSnapshot? {
    let reader = FeedSnapshotReader()
    fresh.withUnsafeBufferPointer { reader.consume($0) }
    let read = reader.finish(source: nil)
    return read.isComplete && read.hasByteOffsets && read.count == freshEntries ? read : nil
  }
}
