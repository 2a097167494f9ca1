import FeedDiff
import FeedFormats
import FeedSources

extension PublishedDocument {
  /// What is known of a document that was put in its place.
  ///
  /// - Parameters:
  ///   - read: The entries as readers of the document have them.
  ///   - stamps: The files as they were read.
  /// - Returns: nil where nobody noted where entries lie, or readers see others.
  init?(
    _ facts: PublishedDocuments.Facts,
    read: EntryTable,
    scan: SiteScan,
    stamps: [String: FileStamp]
  ) {
    let (count, places) = (facts.members.count, facts.places)
    written = facts.built.snapshot.table
    writtenFingerprint = facts.built.fingerprint
    path = facts.path
    self.read = read
    stamp = FileStamp(of: facts.document)
    guard places.ranges.count == count, read.count == count, written.count == count,
      stamp.kind == .file, stamp.size == UInt64(facts.size)
    else { return nil }
    head = facts.head
    var keys = PostKeys(scan)
    var kinds = OmissionKinds()
    entries = []
    entries.reserveCapacity(count)
    for (index, member) in facts.members.enumerated() {
      let found = scan.posts[member]
      let (range, traits) = (places.ranges[index], places.traits[index])
      let stamp = stamps[found.source.file] ?? FileStamp(kind: .absent)
      let bits = kinds.bits(of: traits?.omissions ?? [], post: scan.id(of: found))
      let key = keys.key(of: found)
      entries.append(
        PublishedEntry(
          key: key ?? IdentityKey(UnsafeBufferPointer(start: nil, count: 0)),
          fileSize: stamp.size,
          modified: stamp.modified,
          changed: stamp.changed,
          number: stamp.number,
          start: range.lowerBound,
          end: range.upperBound,
          omissions: bits ?? 0,
          dependence: key == nil || bits == nil || stamp.kind != .file
            ? PublishedEntry.onMore : traits?.dependence ?? PublishedEntry.onMore
        )
      )
    }
    omissions = kinds.all
    addresses =
      entries.contains { $0.dependence == PublishedEntry.onAddresses }
      ? scan.addresses : Fingerprint.none
  }
}

/// The kinds of omissions of a document, each with a bit that stands for it.
private struct OmissionKinds {
  private(set) var all: [Omission] = []
  private var numbers: [Omission: Int] = [:]

  /// The bits of an entry's omissions; nil if they cannot be told by bits.
  mutating func bits(of omissions: [Omission], post id: String) -> UInt64? {
    var bits: UInt64 = 0
    for omission in omissions {
      guard omission.postID == id else { return nil }
      let kind = Omission(property: omission.property, reason: omission.reason)
      let number = numbers[kind] ?? all.count
      guard number < PublishedDocument.mostOmissions else { return nil }
      if numbers[kind] == nil {
        numbers[kind] = number
        all.append(kind)
      }
      // Twice the same of one entry is told twice.
      guard bits & (1 << UInt64(number)) == 0 else { return nil }
      bits |= 1 << UInt64(number)
    }
    return bits
  }
}
