import FeedSources

/// The entries of a version with their texts, apart from the document: what the next version has of
/// them is taken over without reading either again.
package struct EntryTable: Sendable {
  /// Where an entry of a new table is from.
  package struct Origin: Sendable {
    /// Whether it is one of the old table.
    package var isOld: Bool
    /// Its index there.
    package var index: Int
    /// How many bytes later it stands in the new document than in the one that it was read from.
    package var shift: Int

    /// See the properties.
    package init(isOld: Bool, index: Int, shift: Int) {
      self.isOld = isOld
      self.index = index
      self.shift = shift
    }
  }

  private(set) var entries: [Entry]
  private(set) var texts: TextStore

  /// How many entries there are.
  package var count: Int { entries.count }

  init(_ entries: [Entry], _ texts: TextStore) {
    self.entries = entries
    self.texts = texts
  }

  /// The entries of a document that has some of an old one, and fresh ones.
  package init(_ origins: [Origin], old: EntryTable, fresh: EntryTable) {
    entries = []
    texts = TextStore()
    entries.reserveCapacity(origins.count)
    texts.reserveCapacity(old.texts.count + fresh.texts.count)
    for origin in origins {
      let table = origin.isOld ? old : fresh
      guard table.entries.indices.contains(origin.index) else { continue }
      var entry = table.entries[origin.index]
      // Texts that nobody has any more stay behind.
      let isOne = entry.id == entry.link
      entry.id = texts.add(entry.id, of: table.texts)
      entry.title = texts.add(entry.title, of: table.texts)
      entry.link = isOne ? entry.id : texts.add(entry.link, of: table.texts)
      entry.offset &+= origin.shift
      entries.append(entry)
    }
  }

  // MARK: As bytes

  /// What tells that the bytes are of another layout.
  private static var layout: UInt64 { UInt64(MemoryLayout<Entry>.stride) << 8 | 1 }

  /// Appends the table.
  package func append(to writer: inout BinaryWriter) {
    writer.append(Self.layout)
    writer.append(entries)
    texts.append(to: &writer)
  }

  /// Reads a table; nil for bytes that are none.
  package init?(_ reader: inout BinaryReader) {
    guard reader.next(UInt64.self) == Self.layout,
      let entries: [Entry] = reader.values(), let texts = TextStore(&reader),
      entries.allSatisfy({ texts.has($0.id) && texts.has($0.title) && texts.has($0.link) })
    else { return nil }
    self.entries = entries
    self.texts = texts
  }
}

extension FeedSnapshot {
  /// The entries alone.
  package var table: EntryTable { EntryTable(entries, texts) }

  /// What a document says of itself, with entries that are known.
  ///
  /// - Parameter source: The document.
  package func with(_ table: EntryTable, source: any DocumentSource) -> FeedSnapshot {
    var snapshot = self
    snapshot.entries = table.entries
    snapshot.texts = table.texts
    snapshot.source = source
    return snapshot
  }
}
