import FeedDiff
import FeedFormats
import FeedModel
import FeedSources
import FeedValidation

/// A document on its way to its file: written beside it, checked as it is written.
///
/// Entries come in the order of the plan's members. Those that are taken over from the published
/// document are copied, and were checked when that was written.
final class DocumentStage {
  let plan: DocumentPlan
  /// How many entries were written.
  var entries: Int { members.count }
  /// The posts of the entries, as indices into the scan's.
  private(set) var members: [Int] = []
  /// Whether the byte budget keeps further posts out.
  private(set) var isFull = false
  /// What the format could not carry.
  private(set) var omissions: [Omission] = []
  /// What is taken over, if anything is.
  let takeover: EntryTakeover?
  /// Where the entries lie, and what they depend on; nil if nobody wants to know.
  private(set) var places: EntryPlaces?
  /// See ``DocumentReuse/head``.
  let head: UInt64
  /// The entries that were made now, as a history keeps them, if there is one.
  private var made = SnapshotEntries()

  let file: StagedFile
  /// Checks the bytes as they are written; nil when they are read again for it.
  private let gate: FeedGate?
  private let writer: any FeedWriter
  private let tail: FeedOutput
  /// How many of the plan's members were looked at.
  private var cursor = 0

  /// Starts a document.
  ///
  /// - Parameters:
  ///   - reuse: What is known of the published document, and what may be copied from it; nil if nobody
  ///     wants to know either.
  ///   - isOneOfMany: Whether so many documents are written at once that open files and parsers count:
  ///     then the file is opened for each write, and checked when it is done.
  init(
    _ plan: DocumentPlan,
    writer: any FeedWriter,
    folder: String,
    reuse: DocumentReuse? = nil,
    isDry: Bool,
    isOneOfMany: Bool,
    care: StagedFile.Care
  ) throws {
    self.plan = plan
    self.writer = writer
    takeover = try reuse?.entries.map(EntryTakeover.init)
    places = reuse.map { _ in EntryPlaces() }
    head = reuse?.head ?? Fingerprint.none
    // A dry run leaves nothing that could be read again; what is taken over was checked.
    let isCheckedAtOnce = !isOneOfMany || isDry || takeover != nil
    gate = isCheckedAtOnce ? FeedGate(kind: plan.format.gateKind) : nil
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
    try head.bytes.withUnsafeBufferPointer { try write($0) }
  }

  /// Appends the entries that a chunk of posts made, in order.
  func append(_ chunk: EntryChunk) throws {
    guard !isFull else { return }
    omissions += chunk.omissions
    if plan.maximumBytes == nil, takeover == nil {
      try appendAll(chunk)
    } else {
      try appendEach(chunk)
    }
  }

  private func appendAll(_ chunk: EntryChunk) throws {
    try writeSeparator()
    let start = file.size
    try chunk.bytes.withUnsafeBufferPointer { try write($0) }
    places?.add(chunk, at: start, separator: separatorBytes.count)
    members += chunk.members
    made.append(chunk.entries)
  }

  private func appendEach(_ chunk: EntryChunk) throws {
    var start = 0
    var count = 0
    defer { made.append(chunk.entries, first: count) }
    for (member, end) in zip(chunk.members, chunk.ends) {
      try takeOver(upTo: member)
      // The first entry of a chunk has no separator before it in the chunk's bytes, others have.
      let first = start == 0 ? 0 : start + separatorBytes.count
      guard !isFull, hasRoom(for: end - first, at: file.size) else { return }
      try writeSeparator()
      let offset = file.size
      takeover?.note(madeAt: offset)
      try chunk.bytes.withUnsafeBufferPointer {
        try write(UnsafeBufferPointer(rebasing: $0[first..<end]))
      }
      let traits = chunk.traits.indices.contains(count) ? chunk.traits[count] : nil
      places?.add(offset..<file.size, traits)
      members.append(member)
      cursor += 1
      count += 1
      start = end
    }
  }

  /// Whether an entry fits where the one before it ends. One is always there: an empty feed would tell
  /// subscribers that all is gone.
  private func hasRoom(for size: Int, at offset: Int) -> Bool {
    guard let budget = plan.maximumBytes, entries > 0,
      offset + separatorBytes.count + size + tail.bytes.count > budget
    else { return true }
    isFull = true
    return false
  }

  /// Writes the end and says what the gate found.
  func finish() throws -> [Diagnostic] {
    try takeOver(upTo: nil)
    try tail.bytes.withUnsafeBufferPointer { try write($0) }
    try file.finish()
    if let gate { return gate.finish() }
    let gate = FeedGate(kind: plan.format.gateKind)
    try file.read { gate.consume($0) }
    return gate.finish()
  }

  /// The document as a history keeps it; asked for when it is finished.
  private(set) lazy var built = BuiltFeed(
    path: plan.path,
    format: plan.format,
    snapshot: FeedSnapshot(
      kind: plan.format.kind,
      feed: plan.feed,
      table: takeover?.table(of: made.table, \.written) ?? made.table
    ),
    continuation: takeover?.continuation
  )

  // MARK: Taking over

  /// Copies the entries before a post, or all that are left.
  private func takeOver(upTo member: Int?) throws {
    guard let takeover else { return }
    let known = takeover.reuse.document.entries
    while let first = next(upTo: member), hasRoom(for: known[first].size, at: file.size) {
      if entries > 0 { try file.write(separatorBytes) }
      let shift = file.size - known[first].start
      // Neighbours are copied in one go.
      var index = first
      repeat {
        take(known[index], index, shift: shift)
        index += 1
      } while next(upTo: member) == index
        && known[index].start == known[index - 1].end + separatorBytes.count
        && hasRoom(for: known[index].size, at: known[index - 1].end + shift)
      try file.copy(takeover.source, known[first].start..<known[index - 1].end)
    }
  }

  /// The next entry that is to be taken over; nil if it is the turn of one that is made now.
  private func next(upTo member: Int?) -> Int? {
    guard let takeover, !isFull, cursor < plan.members.count, plan.members[cursor] != member
    else { return nil }
    let index = Int(takeover.reuse.entries[cursor])
    return index < 0 ? nil : index
  }

  private func take(_ entry: PublishedEntry, _ index: Int, shift: Int) {
    guard let takeover else { return }
    takeover.note(takenOver: index, shift: shift)
    let lost = takeover.reuse.omissions(of: index)
    omissions += lost
    places?.add(
      entry.start + shift..<entry.end + shift,
      EntryTraits(dependence: entry.dependence, omissions: lost)
    )
    members.append(plan.members[cursor])
    cursor += 1
  }

  // MARK: Writing

  private var separatorBytes: UnsafeBufferPointer<UInt8> {
    let text = type(of: writer).separator
    return UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Begins an entry that is made now. Between it and the last one others may have been copied.
  private func writeSeparator() throws {
    if entries > 0 { try file.write(separatorBytes) }
    if (takeover?.freshEntries ?? entries) > 0 { check(separatorBytes) }
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try file.write(bytes)
    check(bytes)
  }

  private func check(_ bytes: UnsafeBufferPointer<UInt8>) {
    gate?.consume(bytes)
    takeover?.keep(bytes)
  }
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
