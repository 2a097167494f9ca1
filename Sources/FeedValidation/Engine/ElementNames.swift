import FeedXML

/// The names of a document, each turned into strings once. Names are looked up with every tag, so
/// they are found by their pointers, which the reader makes unique.
struct ElementNames {
  /// A name as strings.
  final class Name {
    /// The local part.
    let local: String
    /// The namespace's URI as written; empty for none.
    let written: String
    /// The namespace that is meant.
    let namespace: String
    /// The name as written.
    let qualified: String
    /// Unique in the document, for the spelling.
    let id: Int
    /// The checks that want to see elements of the name, by role; `nil` where nobody has asked yet.
    var checks: [[Int]?]

    init(local: String, written: String, namespace: String, qualified: String, id: Int) {
      self.local = local
      self.written = written
      self.namespace = namespace
      self.qualified = qualified
      self.id = id
      checks = Array(repeating: nil, count: Role.allCases.count)
    }
  }

  private struct Slot {
    var name: XMLName
    var value: Name
  }

  private var slots: [Slot?] = Array(repeating: nil, count: 128)
  private var used = 0
  private var meant: [String: String] = [:]
  private var count = 0

  /// Says that a namespace was meant where another was written.
  mutating func read(_ written: String, as namespace: String) {
    meant[written] = namespace
    slots = Array(repeating: nil, count: slots.count)
    used = 0
  }

  /// The name as strings.
  mutating func name(_ name: XMLName) -> Name {
    var index = ElementNames.hash(name) & (slots.count - 1)
    while let slot = slots[index] {
      if slot.name == name, slot.name.prefix == name.prefix { return slot.value }
      index = (index + 1) & (slots.count - 1)
    }
    let written = name.namespaceURI
    let result = Name(
      local: name.localName,
      written: written,
      namespace: meant[written] ?? written,
      qualified: name.qualifiedName,
      id: count
    )
    count += 1
    slots[index] = Slot(name: name, value: result)
    used += 1
    if used * 2 > slots.count { grow() }
    return result
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: nil, count: old.count * 2)
    for case let slot? in old {
      var index = ElementNames.hash(slot.name) & (slots.count - 1)
      while slots[index] != nil { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }

  private static func hash(_ name: XMLName) -> Int {
    let local = UInt(bitPattern: name.local)
    let namespace = UInt(bitPattern: name.namespace)
    let mixed = (local ^ (namespace &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: mixed >> 33)
  }
}
