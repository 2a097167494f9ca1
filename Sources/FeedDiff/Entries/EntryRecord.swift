import FeedFormats
import FeedModel

/// An entry as a history keeps it: what people want to read of it, and the fingerprints of its fields.
public struct EntryRecord: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The title; nil for none.
  public var title: String?
  /// The permalink, or the address that the entry is about; nil for none.
  public var link: String?
  /// When it appeared; nil if nobody knows.
  public var published: Timestamp?
  /// When it changed; nil if nobody knows.
  public var updated: Timestamp?
  /// The fingerprints of the fields, eight bytes each, the lowest first, in the order of
  /// ``FieldFingerprints``. Later versions may append some.
  public var fields: [UInt8]

  /// See the properties.
  public init(
    id: String,
    title: String?,
    link: String?,
    published: Timestamp?,
    updated: Timestamp?,
    fields: [UInt8]
  ) {
    self.id = id
    self.title = title
    self.link = link
    self.published = published
    self.updated = updated
    self.fields = fields
  }
}

extension FeedSnapshot {
  /// The entries, for a history to keep.
  public var records: [EntryRecord] { entries.indices.map { record($0) } }

  /// An entry, for a history to keep.
  package func record(_ index: Int) -> EntryRecord {
    let entry = entries[index]
    return EntryRecord(
      id: texts[entry.id] ?? "",
      title: texts[entry.title],
      link: texts[entry.link],
      published: entry.published,
      updated: entry.updated,
      fields: entry.fields.bytes
    )
  }

  /// The fingerprint of all entries in their order: it differs when one of them does.
  public var fingerprint: UInt64 {
    var writer = FingerprintWriter()
    for entry in entries {
      texts.withBytes(entry.id) { writer.add($0) }
      writer.add(entry.fields.bytes)
      let (published, updated) = (entry.published, entry.updated)
      let text = published.map(RFC3339.string)
      writer.add(text)
      // Most entries have one date; equal ones may be written in two ways.
      let isOne = updated == published && updated?.offsetSeconds == published?.offsetSeconds
      writer.add(isOne ? text : updated.map(RFC3339.string))
    }
    return writer.finish()
  }

  /// A version of which a history kept the entries. How texts changed cannot be told of it.
  public init(kind: FeedKind, feed: Feed, records: [EntryRecord]) {
    self = .empty(kind)
    self.feed = feed
    for record in records {
      let id = texts.add(record.id)
      entries.append(
        Entry(
          id: id,
          title: texts.add(record.title),
          link: record.link == record.id ? id : texts.add(record.link),
          published: record.published,
          updated: record.updated,
          fields: FieldFingerprints(bytes: record.fields),
          offset: 0,
          hasOwnID: true
        )
      )
    }
  }

  /// A version made of posts, as a writer is given them.
  public init(kind: FeedKind, feed: Feed, posts: SnapshotEntries) {
    self.init(kind: kind, feed: feed, table: posts.table)
  }

  /// A version of which the entries are known.
  package init(kind: FeedKind, feed: Feed, table: EntryTable) {
    self = .empty(kind)
    self.feed = feed
    entries = table.entries
    texts = table.texts
  }
}

extension FieldFingerprints {
  /// Eight bytes each, the lowest first, in the order of their declaration.
  fileprivate var bytes: [UInt8] {
    let all = [
      title, permalink, externalLink, content, summary, authors, authorNames, tags, tagTerms,
      attachments, attachmentAddresses, image, imageAddress, other,
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(all.count * 8)
    for value in all {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  fileprivate init(bytes: [UInt8]) {
    func value(_ index: Int) -> UInt64 {
      var value: UInt64 = 0
      for offset in (0..<8).reversed() where index * 8 + offset < bytes.count {
        value = value << 8 | UInt64(bytes[index * 8 + offset])
      }
      return value
    }
    self.init(
      title: value(0),
      permalink: value(1),
      externalLink: value(2),
      content: value(3),
      summary: value(4),
      authors: value(5),
      authorNames: value(6),
      tags: value(7),
      tagTerms: value(8),
      attachments: value(9),
      attachmentAddresses: value(10),
      image: value(11),
      imageAddress: value(12),
      other: value(13)
    )
  }
}
