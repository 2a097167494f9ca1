/// The entities that a document's own document type declares. Only short plain text is ever put in
/// the place of a reference: entities in entities are how a kilobyte becomes a gigabyte.
struct DocumentTypeEntities {
  /// What a reference to a declared entity stands for.
  enum Entity {
    /// What the parser gets instead.
    case text([UInt8])
    /// More than plain text, or too much of it.
    case unread
  }

  /// An entity of more bytes is not read.
  static let longestText = 1_024
  /// As many bytes are put in the place of references in all.
  static let mostText = 1 << 20

  private var texts: [String: Entity] = [:]
  private var expanded = 0

  /// What an entity stands for; `nil` if it is not declared.
  mutating func expand(_ name: String) -> Entity? {
    guard !texts.isEmpty, let entity = texts[name] else { return nil }
    guard case .text(let text) = entity else { return .unread }
    guard expanded + text.count <= Self.mostText else { return .unread }
    expanded += text.count
    return entity
  }

  /// Reads the declaration of which the `<!DOCTYPE` is there, and returns where it ends, and whether
  /// it is well-formed but for what stands in its brackets; `nil` if it is not all there.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> (end: Int, isWellFormed: Bool)? {
    var reader = DeclarationReader(bytes: bytes, index: start + 2)
    var declared: [String: Entity] = [:]
    guard reader.read(&declared) else { return nil }
    texts = declared
    var head = DocumentTypeHead(bytes: bytes, index: start + 9)
    return (reader.index, head.isWellFormed)
  }
}

/// What a document type declaration has before its brackets (XML 1.0, section 2.8): of one that is
/// not as it should be, libxml2 and this parse different parts.
private struct DocumentTypeHead {
  let bytes: UnsafeBufferPointer<UInt8>
  var index: Int

  /// Whether what follows `<!DOCTYPE` is as it should be.
  var isWellFormed: Bool {
    mutating get {
      guard skipSpace(), skipName() else { return false }
      var hasSpace = skipSpace()
      if begins("PUBLIC") || begins("SYSTEM") {
        let isPublic = begins("PUBLIC")
        index += 6
        guard hasSpace, skipSpace(), let literal = literal() else { return false }
        if isPublic {
          guard bytes[literal].allSatisfy(Self.isPublicIdentifier), skipSpace(),
            self.literal() != nil
          else { return false }
        }
        hasSpace = skipSpace()
      }
      return index < bytes.count
        && (bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "["))
    }
  }

  private mutating func skipSpace() -> Bool {
    let start = index
    while index < bytes.count, MarkupByte.isSpace(bytes[index]) { index += 1 }
    return index > start
  }

  private mutating func skipName() -> Bool {
    guard index < bytes.count, MarkupByte.beginsName(bytes[index]) else { return false }
    while index < bytes.count, MarkupByte.isName(bytes[index]) { index += 1 }
    return true
  }

  private mutating func literal() -> Range<Int>? {
    guard index < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index]),
      let end = bytes[(index + 1)...].firstIndex(of: bytes[index])
    else { return nil }
    defer { index = end + 1 }
    return (index + 1)..<end
  }

  private func begins(_ word: String) -> Bool {
    bytes[min(index, bytes.count)...].starts(with: word.utf8)
  }

  /// PubidChar.
  private static func isPublicIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x20, 0x0D, 0x0A:
      true
    default: "-'()+,./:=?;!*#@$_%".utf8.contains(byte)
    }
  }
}

/// Walks over a document type declaration (XML 1.0, section 2.8).
private struct DeclarationReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var index: Int

  /// Whether the declaration is all there.
  mutating func read(_ entities: inout [String: DocumentTypeEntities.Entity]) -> Bool {
    var isInSubset = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if literal() == nil { return false }
      case UInt8(ascii: "["):
        isInSubset = true
        index += 1
      case UInt8(ascii: "]"):
        isInSubset = false
        index += 1
      case UInt8(ascii: "<") where isInSubset:
        if begins("<!--") {
          guard skip(past: "-->") else { return false }
        } else if begins("<?") {
          guard skip(past: "?>") else { return false }
        } else {
          guard declaration(&entities) else { return false }
        }
      case UInt8(ascii: ">") where !isInSubset:
        index += 1
        return true
      default: index += 1
      }
    }
    return false
  }

  /// One `<!…>` of the subset.
  private mutating func declaration(
    _ entities: inout [String: DocumentTypeEntities.Entity]
  ) -> Bool {
    let isEntity = begins("<!ENTITY")
    index += isEntity ? 8 : 1
    var name: String?
    var value: Range<Int>?
    var isExternal = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        // The first declaration is the one that counts (section 4.2).
        if isEntity, let name, name != "%", entities[name] == nil {
          entities[name] = isExternal ? .unread : value.map(entity)
        }
        return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let range = literal() else { return false }
        if value == nil { value = range }
      case let byte where MarkupByte.isSpace(byte): index += 1
      default:
        let start = index
        while index < bytes.count, !MarkupByte.isSpace(bytes[index]),
          ![UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index])
        {
          index += 1
        }
        if name == nil {
          name = String(decoding: bytes[start..<index], as: UTF8.self)
        } else {
          // SYSTEM, PUBLIC or NDATA.
          isExternal = true
        }
      }
    }
    return false
  }

  private func entity(_ value: Range<Int>) -> DocumentTypeEntities.Entity {
    guard value.count <= DocumentTypeEntities.longestText else { return .unread }
    var text: [UInt8] = []
    var index = value.lowerBound
    while index < value.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "%"): return .unread
      case UInt8(ascii: "\""): text += Array("&quot;".utf8)
      case UInt8(ascii: "&"):
        guard isCharacterReference(index, value.upperBound) else { return .unread }
        text.append(bytes[index])
      default: text.append(bytes[index])
      }
      index += 1
    }
    return .text(text)
  }

  /// Whether an ampersand begins `&#…;`, which is the one reference that leads nowhere else.
  private func isCharacterReference(_ ampersand: Int, _ end: Int) -> Bool {
    var index = ampersand + 1
    guard index < end, bytes[index] == UInt8(ascii: "#") else { return false }
    index += 1
    let isHex = index < end && bytes[index] == UInt8(ascii: "x")
    if isHex { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < end, let digit = Character(UnicodeScalar(bytes[index])).hexDigitValue,
      isHex || digit < 10, index - digits < 6
    {
      value = value * (isHex ? 16 : 10) + UInt32(digit)
      index += 1
    }
    guard index > digits, index < end, bytes[index] == UInt8(ascii: ";") else { return false }
    return value >= 0x20 && Unicode.Scalar(value) != nil && value & 0xFFFE != 0xFFFE
      || [0x09, 0x0A, 0x0D].contains(value)
  }

  /// A literal without its quotes; `nil` if it does not end.
  private mutating func literal() -> Range<Int>? {
    let quote = bytes[index]
    let start = index + 1
    guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
    index = end + 1
    return start..<end
  }

  private func begins(_ word: String) -> Bool {
    bytes[index...].starts(with: word.utf8)
  }

  private mutating func skip(past word: String) -> Bool {
    let wanted = Array(word.utf8)
    while index + wanted.count <= bytes.count {
      if bytes[index...].starts(with: wanted) {
        index += wanted.count
        return true
      }
      index += 1
    }
    return false
  }
}
