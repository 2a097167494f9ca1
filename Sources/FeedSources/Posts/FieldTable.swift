/// Which front matter key is which field, turned round so that each key is looked up once.
///
/// A post has a dozen keys and there are sixty names for fields: going through the post's keys
/// costs a dozen look-ups in a table instead of sixty searches in the post.
struct FieldTable: Sendable {
  /// A field that a key may be.
  fileprivate struct Use {
    var field: PostField
    /// The place in the field's chain of preference.
    var rank: Int
    /// The rest of a dotted path, below the key.
    var rest: String?
  }

  /// A key's part of `keys`, which is in lower case, and its part of `uses`. An empty key is a free
  /// slot.
  private struct Slot {
    var start: Int32 = 0
    var count: Int32 = 0
    var firstUse: Int32 = 0
    var useCount: Int32 = 0

    var uses: Range<Int> { Int(firstUse)..<Int(firstUse) &+ Int(useCount) }
  }

  /// A table of hashes with open addresses: its size is a power of two, and half of it is free. No
  /// slot owns memory, so that looking one up counts no references.
  private var slots: [Slot]
  private var keys: [UInt8] = []
  private var uses: [Use] = []
  private let chains: [PostField: [String]]

  /// A table for the chains of keys, one a field.
  init(_ chains: [PostField: [String]]) {
    self.chains = chains
    var byKey: [String: [Use]] = [:]
    for field in PostField.allCases {
      for (rank, path) in (chains[field] ?? []).enumerated() where !path.isEmpty {
        byKey[path.lowercased(), default: []].append(Use(field: field, rank: rank))
        // `cover.image` may be a key of its own, or lead into `cover`, or both.
        for dot in path.indices.dropFirst() where path[dot] == "." {
          let rest = String(path[path.index(after: dot)...])
          guard !rest.isEmpty else { continue }
          byKey[path[..<dot].lowercased(), default: []].append(
            Use(field: field, rank: rank, rest: rest)
          )
        }
      }
    }
    var size = 64
    while size < 2 * byKey.count { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    for (key, found) in byKey.sorted(by: { $0.key < $1.key }) {
      let key = Array(key.utf8)
      var index = key.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
      while slots[index].count > 0 { index = (index + 1) & (size - 1) }
      slots[index] = Slot(
        start: Int32(truncatingIfNeeded: keys.count),
        count: Int32(truncatingIfNeeded: key.count),
        firstUse: Int32(truncatingIfNeeded: uses.count),
        useCount: Int32(truncatingIfNeeded: found.count)
      )
      keys += key
      uses += found
    }
  }

  /// The keys that a field is looked for in, in order.
  func keys(for field: PostField) -> [String] { chains[field] ?? [] }

  /// The fields' values in a post's front matter: of each chain, the first that says something.
  func values(in mapping: DataMapping) -> FieldValues {
    var values = FieldValues(entries: mapping.entries, uses: uses)
    for index in mapping.entries.indices {
      for use in slot(of: mapping.entries[index].key) { values.offer(entry: index, use: use) }
    }
    return values
  }

  /// The uses of a key. Generators differ about case (Hugo and Pelican ignore it), and nobody has
  /// `Title` and `title` mean two things.
  private func slot(of key: String) -> Range<Int> {
    let found = key.utf8.withContiguousStorageIfAvailable { bytes -> Range<Int> in
      var index = Self.hash(bytes) & (slots.count &- 1)
      while slots[index].count > 0 {
        if isKey(slots[index], bytes) { return slots[index].uses }
        index = (index &+ 1) & (slots.count &- 1)
      }
      return 0..<0
    }
    return found ?? 0..<0
  }

  /// FNV-1a of the bytes, ASCII letters in lower case. The table's keys are ours, so that a hostile
  /// post cannot fill it.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(lowercased(byte))) &* 16_777_619 }
    return Int(hash ^ hash >> 15)
  }

  private func isKey(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(slot.count) == bytes.count else { return false }
    let start = Int(slot.start)
    for index in bytes.indices where keys[start &+ index] != Self.lowercased(bytes[index]) {
      return false
    }
    return true
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}

/// The fields of one post, as front matter gives them.
struct FieldValues {
  /// A field's value and the key that it was found under, with dots into mappings.
  struct Value {
    var key: String
    var node: DataNode
  }

  private let entries: [DataMapping.Entry]
  private let uses: [FieldTable.Use]
  /// The entry that holds a field's value, and the use by which it does; -1 where there is none. A
  /// vector costs no allocation.
  private var entry = SIMD32<Int32>(repeating: -1)
  private var use = SIMD32<Int32>(repeating: -1)

  fileprivate init(entries: [DataMapping.Entry], uses: [FieldTable.Use]) {
    self.entries = entries
    self.uses = uses
  }

  /// The value of a field, never null or empty.
  subscript(field: PostField) -> Value? {
    let index = Int(entry[field.index])
    guard index >= 0 else { return nil }
    guard let rest = uses[Int(use[field.index])].rest else {
      return Value(key: entries[index].key, node: entries[index].node)
    }
    return entries[index].node[path: rest].map {
      Value(key: entries[index].key + "." + rest, node: $0)
    }
  }

  /// Takes a value for a field, unless there is one that is preferred.
  fileprivate mutating func offer(entry index: Int, use number: Int) {
    let use = uses[number]
    let field = use.field.index
    if self.entry[field] >= 0, uses[Int(self.use[field])].rank <= use.rank { return }
    if let rest = use.rest {
      guard let node = entries[index].node[path: rest], says(node, about: use.field) else { return }
    } else {
      guard says(entries[index].node, about: use.field) else { return }
    }
    self.entry[field] = Int32(truncatingIfNeeded: index)
    self.use[field] = Int32(truncatingIfNeeded: number)
  }

  /// Whether a node says something about a field. `image: false` and `date: false` switch a theme's
  /// feature off.
  private func says(_ node: DataNode, about field: PostField) -> Bool {
    !node.isEmpty && (field.mayBeTruthValue || node.asBool == nil)
  }
}

extension PostField {
  /// The field's place among all.
  var index: Int {
    // A table would have to be searched by the names of the fields.
    switch self {
    case .title: 0
    case .date: 1
    case .updated: 2
    case .publish: 3
    case .expires: 4
    case .slug: 5
    case .url: 6
    case .id: 7
    case .external: 8
    case .summary: 9
    case .authors: 10
    case .tags: 11
    case .categories: 12
    case .image: 13
    case .banner: 14
    case .attachments: 15
    case .language: 16
    case .rights: 17
    case .comments: 18
    case .draft: 19
    case .published: 20
    case .unlisted: 21
    case .status: 22
    }
  }

  /// Whether `true` or `false` is an answer, or a title's or tag's text.
  fileprivate var mayBeTruthValue: Bool {
    switch self {
    case .title, .slug, .url, .id, .tags, .categories, .draft, .published, .unlisted, .status: true
    default: false
    }
  }
}

extension DataNode {
  /// Whether nothing is said: null, an empty text, an empty list. Chains go on to the next key.
  var isEmpty: Bool {
    switch value {
    case .null: return true
    case .sequence(let nodes): return nodes.isEmpty
    case .mapping(let mapping): return mapping.entries.isEmpty
    case .scalar(let text, _):
      guard let first = text.utf8.first else { return true }
      return first <= 0x20 && text.utf8.allSatisfy { $0 <= 0x20 }
    }
  }
}
