import FeedDiff
import FeedFormats
import FeedModel
import FeedSources
import FeedValidation

/// A document on its way to its file: written beside it, checked as it is written.
final class DocumentStage {
  let plan: DocumentPlan
  /// How many entries were written.
  private(set) var entries = 0
  /// The posts of the entries, as indices into the scan's.
  private(set) var members: [Int] = []
  /// Whether the byte budget keeps further posts out.
  private(set) var isFull = false
  /// What the format could not carry.
  private(set) var omissions: [Omission] = []
  /// The entries as a history keeps them, if there is one.
  private var kept = SnapshotEntries()

  let file: StagedFile
  /// Checks the bytes as they are written; nil when they are read again for it.
  private let gate: FeedGate?
  private let writer: any FeedWriter
  private let tail: FeedOutput

  /// Starts a document.
  ///
  /// - Parameter isOneOfMany: Whether so many documents are written at once that open files and
  ///   parsers count: then the file is opened for each write, and checked when it is done.
  init(
    _ plan: DocumentPlan,
    writer: any FeedWriter,
    folder: String,
    isDry: Bool,
    isOneOfMany: Bool,
    care: StagedFile.Care
  ) throws {
    self.plan = plan
    self.writer = writer
    // A dry run leaves nothing that could be read again.
    gate = isOneOfMany && !isDry ? nil : FeedGate(kind: plan.format.gateKind)
    file = try StagedFile(
      path: SourceListing.joined(folder, plan.path),
      isDry: isDry,
      staysOpen: !isOneOfMany,
      care: care
    )
    var tail = FeedOutput()
    writer.writeTail(to: &tail)
    self.tail = tail
    var head = FeedOutput()
    writer.writeHead(to: &head)
    omissions += head.omissions
    try write(head.bytes)
  }

  /// Appends the entries that a chunk of posts made, in order.
  func append(_ chunk: EntryChunk) throws {
    guard !isFull else { return }
    omissions += chunk.omissions
    guard let budget = plan.maximumBytes else {
      if entries > 0 { try writeSeparator() }
      try write(chunk.bytes)
      entries += chunk.members.count
      members += chunk.members
      kept.append(chunk.entries)
      return
    }
    var start = 0
    let before = entries
    defer { kept.append(chunk.entries, first: entries - before) }
    for (member, end) in zip(chunk.members, chunk.ends) {
      let separator = type(of: writer).separator.utf8CodeUnitCount
      // The first entry of a chunk has no separator before it in the chunk's bytes, others have.
      let first = start == 0 ? 0 : start + separator
      let size = end - first + (entries > 0 ? separator : 0)
      // One entry is always there: an empty feed would tell subscribers that all is gone.
      guard entries == 0 || file.size + size + tail.bytes.count <= budget else {
        isFull = true
        return
      }
      if entries > 0 { try writeSeparator() }
      try chunk.bytes.withUnsafeBufferPointer {
        try write(UnsafeBufferPointer(rebasing: $0[first..<end]))
      }
      entries += 1
      members.append(member)
      start = end
    }
  }

  /// Writes the end and says what the gate found.
  func finish() throws -> [Diagnostic] {
    try write(tail.bytes)
    try file.finish()
    if let gate { return gate.finish() }
    let gate = FeedGate(kind: plan.format.gateKind)
    try file.read { gate.consume($0) }
    return gate.finish()
  }

  /// The document as a history keeps it.
  func built(prefix: String) -> BuiltFeed {
    BuiltFeed(
      path: prefix + plan.path,
      format: plan.format,
      snapshot: FeedSnapshot(kind: plan.format.kind, feed: plan.feed, posts: kept)
    )
  }

  private func writeSeparator() throws {
    let separator = type(of: writer).separator
    guard separator.utf8CodeUnitCount > 0 else { return }
    try write(
      UnsafeBufferPointer(start: separator.utf8Start, count: separator.utf8CodeUnitCount)
    )
  }

  private func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBufferPointer { try write($0) }
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try file.write(bytes)
    gate?.consume(bytes)
  }
}

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
}

extension FeedFormat {
  /// What the gate takes a document of the format for.
  var gateKind: FeedGate.Kind {
    switch self {
    case .rss: .rss
    case .atom: .atom
    case .json: .jsonFeed
    }
  }
}
