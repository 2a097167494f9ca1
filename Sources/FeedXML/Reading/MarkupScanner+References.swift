extension MarkupScanner {
  /// Where to go on after the ampersand there; `nil` if more bytes must come first.
  mutating func reference(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at ampersand: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int? {
    let start = ampersand + 1
    var i = start
    let limit = min(bytes.count, start + MarkupScanner.longestName)
    if i < limit, bytes[i] == UInt8(ascii: "#") {
      i += 1
      let isHex = i < limit && bytes[i] == UInt8(ascii: "x")
      if isHex { i += 1 }
      let digits = i
      var value: UInt32 = 0
      while i < limit, let digit = digit(bytes[i], isHex) {
        // More digits than any character has are still too many when they are cut.
        value = min(value, 0xFFFFFF) &* (isHex ? 16 : 10) &+ digit
        i += 1
      }
      if i < limit, bytes[i] == UInt8(ascii: ";"), i > digits {
        if !MarkupScanner.isCharacter(value) {
          let text = String(decoding: bytes[ampersand...i], as: UTF8.self)
          mend(
            Mend(range: ampersand..<(i + 1), replacement: [], kind: .forbiddenReference(text))
          )
        }
        return i + 1
      }
    } else {
      while i < limit, isNameByte(bytes[i], isFirst: i == start) { i += 1 }
      if i < limit, bytes[i] == UInt8(ascii: ";"), i > start {
        let name = bytes[start..<i]
        if isPredefined(name) { return i + 1 }
        let found = named(name, ampersand..<(i + 1))
        mend(found)
        return found.range.upperBound
      }
    }
    if i == bytes.count, !isLast { return nil }
    mend(
      Mend(
        range: ampersand..<start,
        replacement: Array("&amp;".utf8),
        kind: .bareAmpersand
      )
    )
    return start
  }

  private mutating func named(
    _ name: Slice<UnsafeBufferPointer<UInt8>>,
    _ range: Range<Int>
  ) -> Mend {
    let text = String(decoding: name, as: UTF8.self)
    if let declared = entities.expand(text) {
      switch declared {
      case .text(let characters):
        return Mend(range: range, replacement: characters, kind: nil)
      case .unread:
        return literal(range, .entityOfDocumentType(name: text))
      }
    }
    guard let characters = HTMLCharacterReferences.characters(named: name) else {
      return literal(range, .undefinedEntity(name: text, isHTML: false))
    }
    // What HTML's names stand for is text, even where it is `<`.
    var replacement: [UInt8] = []
    for byte in characters {
      switch byte {
      case UInt8(ascii: "<"): replacement += Array("&lt;".utf8)
      case UInt8(ascii: "&"): replacement += Array("&amp;".utf8)
      case UInt8(ascii: "\""): replacement += Array("&quot;".utf8)
      default: replacement.append(byte)
      }
    }
    return Mend(
      range: range,
      replacement: replacement,
      kind: .undefinedEntity(name: text, isHTML: true)
    )
  }

  /// A reference that is read as the text that it is: the ampersand is replaced, and its name is text.
  private func literal(_ range: Range<Int>, _ kind: XMLProblem.Kind) -> Mend {
    Mend(
      range: range.lowerBound..<(range.lowerBound + 1),
      replacement: Array("&amp;".utf8),
      kind: kind
    )
  }

  private func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHex: UInt32(byte - 0x37)
    case 0x61...0x66 where isHex: UInt32(byte - 0x57)
    default: nil
    }
  }

  /// XML 1.0, section 2.2.
  static func isCharacter(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  private func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...0xFF:
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
    default: false
    }
  }

  private func isPredefined(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // One number a name, as references stand by the thousand in escaped HTML.
    guard name.count <= 4 else { return false }
    switch name.reduce(0 as UInt32, { $0 << 8 | UInt32($1) }) {
    case 0x6C74, 0x6774: return true  // lt, gt
    case 0x616D70: return true  // amp
    case 0x7175_6F74, 0x6170_6F73: return true  // quot, apos
    default: return false
    }
  }
}
