/// Keys with values in the order of the source; every key once.
public struct DataMapping: Sendable, Equatable {
  /// One key with its value.
  public struct Entry: Sendable, Equatable {
    /// The key's text.
    public var key: String
    /// Where the key begins in its file.
    public var keyPosition: DataPosition
    /// The value.
    public var node: DataNode

    /// A key with its value.
    public init(key: String, keyPosition: DataPosition, node: DataNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.node = node
    }
  }

  /// The entries in the order of the source.
  public private(set) var entries: [Entry]

  /// An empty mapping.
  public init() { entries = [] }

  /// Entries whose keys the caller knows to differ.
  init(distinct entries: [Entry]) { self.entries = entries }

  /// The value of a key.
  public subscript(key: String) -> DataNode? { entry(key)?.node }

  /// The entry of a key.
  public func entry(_ key: String) -> Entry? {
    // Mappings that people write are short: a linear search costs less than a table.
    for index in entries.indices where entries[index].key == key { return entries[index] }
    return nil
  }

  /// The entry of a key in upper or lower case (ASCII): the exact one, else the first that differs in
  /// case alone.
  public func entry(ignoringCaseOf key: String) -> Entry? {
    if let exact = entry(key) { return exact }
    let wanted = key.utf8
    return entries.first { entry in
      let found = entry.key.utf8
      return found.count == wanted.count
        && zip(found, wanted).allSatisfy { Self.lowercased($0) == Self.lowercased($1) }
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}

/// Collects a mapping's entries and finds the keys that come twice.
struct DataMappingBuilder {
  private(set) var entries: [DataMapping.Entry] = []
  /// Only for long mappings, lest a hostile one cost quadratic time.
  private var indexOfKey: [String: Int] = [:]
  private static let linearLimit = 24

  var mapping: DataMapping { DataMapping(distinct: entries) }

  /// Takes memory for so many entries at once.
  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// The index of the entry that has a key.
  func index(of key: String) -> Int? {
    guard entries.count <= Self.linearLimit else { return indexOfKey[key] }
    for index in entries.indices where entries[index].key == key { return index }
    return nil
  }

  /// Adds an entry with a key that is not there yet.
  mutating func append(_ entry: consuming DataMapping.Entry) {
    entries.append(entry)
    let last = entries.count - 1
    if last == Self.linearLimit {
      for index in entries.indices { indexOfKey[entries[index].key] = index }
    } else if last > Self.linearLimit {
      indexOfKey[entries[last].key] = last
    }
  }

  /// Adds a value to an entry, whose value becomes a list if it is none.
  mutating func appendValue(_ node: DataNode, at index: Int) {
    var list = entries[index].node.asSequence ?? [entries[index].node]
    // Lets go of the list in the entry, so that it is appended to in place.
    entries[index].node.value = .null
    list.append(node)
    entries[index].node.value = .sequence(list)
  }

  /// What to throw when `key` at `position` comes again.
  func duplicateError(_ key: String, at position: DataPosition) -> DataError? {
    guard let index = index(of: key) else { return nil }
    let first = entries[index].keyPosition
    let place = first.line == position.line ? "column \(first.column)" : "line \(first.line)"
    return DataError(
      "the key '\(key)' is given twice, first on \(place)",
      at: position,
      help: "keep one of the two"
    )
  }
}
