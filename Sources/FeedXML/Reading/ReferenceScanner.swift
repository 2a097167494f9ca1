#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the ampersands of a document that begin no reference that XML knows.
///
/// libxml2 stops at the first, or leaves it out along with what follows; feed readers show it. This
/// walks over the document's markup, so that CDATA sections and comments keep their ampersands.
struct ReferenceScanner {
  /// What is to be read in the place of some bytes.
  struct Mend {
    /// The bytes of the window.
    var range: Range<Int>
    /// What the parser gets instead.
    var replacement: [UInt8]
    /// What is wrong with them.
    var kind: XMLProblem.Kind
  }

  private enum State {
    case text, cdata, comment, instruction, tag, doubleQuoted, singleQuoted, declaration
  }

  /// The longest entity name that is looked for: HTML's longest has 31 bytes.
  static let longestName = 40

  private var state = State.text
  private var brackets = 0

  /// Walks from `start` on and calls `mend` for each ampersand to be replaced, in order. Returns
  /// where to go on when more bytes have come: everything before has been looked at.
  mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int {
    var i = start
    let end = bytes.count
    // The next `<`: looked for once, not once an ampersand, which would be quadratic.
    var tag = start
    while i < end {
      switch state {
      case .text:
        if tag < i || tag == start { tag = index(of: 0x3C, bytes, i, end) }
        i = index(of: 0x26, bytes, i, tag)
        guard i < end else { return end }
        if bytes[i] == UInt8(ascii: "&") {
          guard let next = reference(bytes, at: i, isLast: isLast, mend: mend) else { return i }
          i = next
        } else {
          guard let next = open(bytes, at: i, isLast: isLast, mend: mend) else { return i }
          i = next
        }
      case .cdata:
        guard let next = find("]]>", bytes, i, isLast) else { return resume(end, i, isLast, 2) }
        i = next
        state = .text
      case .comment:
        guard let next = find("-->", bytes, i, isLast) else { return resume(end, i, isLast, 2) }
        i = next
        state = .text
      case .instruction:
        guard let next = find("?>", bytes, i, isLast) else { return resume(end, i, isLast, 1) }
        i = next
        state = .text
      case .tag:
        i = insideTag(bytes, i, end)
      case .doubleQuoted, .singleQuoted:
        let quote = state == .doubleQuoted ? UInt8(ascii: "\"") : UInt8(ascii: "'")
        while i < end, bytes[i] != quote, bytes[i] != UInt8(ascii: "&"),
          bytes[i] != UInt8(ascii: "<")
        {
          i += 1
        }
        guard i < end else { return end }
        if bytes[i] == UInt8(ascii: "&") {
          guard let next = reference(bytes, at: i, isLast: isLast, mend: mend) else { return i }
          i = next
        } else {
          // A `<` cannot stand in a value: the quote was never closed.
          state = bytes[i] == quote ? .tag : .text
          if bytes[i] == quote { i += 1 }
        }
      case .declaration:
        i = declaration(bytes, i, end)
      }
    }
    return end
  }

  private func resume(_ end: Int, _ i: Int, _ isLast: Bool, _ lookBack: Int) -> Int {
    isLast ? end : max(i, end - lookBack)
  }

  private func index(
    of byte: UInt8,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Int {
    guard start < end, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// What the `<` there opens; `nil` if that takes more bytes to see.
  private mutating func open(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at i: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int? {
    guard i + 9 <= bytes.count || isLast else { return nil }
    func begins(_ word: StaticString) -> Bool {
      let count = word.utf8CodeUnitCount
      guard i + count <= bytes.count, let base = bytes.baseAddress else { return false }
      return memcmp(base + i, word.utf8Start, count) == 0
    }
    if begins("<!--") {
      state = .comment
      return i + 4
    }
    if begins("<![CDATA[") {
      state = .cdata
      return i + 9
    }
    if begins("<?") {
      state = .instruction
      return i + 2
    }
    if begins("<!") {
      state = .declaration
      brackets = 0
      return i + 2
    }
    if i + 1 < bytes.count, Self.beginsNothing(bytes[i + 1]) {
      mend(Mend(range: i..<(i + 1), replacement: Array("&lt;".utf8), kind: .bareLessThan))
      return i + 1
    }
    state = .tag
    return i + 1
  }

  /// Whether nothing in XML is a `<` and this byte: white space, digits and signs begin no name.
  private static func beginsNothing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "/"), 0x80...0xFF:
      false
    default: true
    }
  }

  private mutating func insideTag(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Int {
    var i = start
    while i < end {
      switch bytes[i] {
      case UInt8(ascii: ">"):
        state = .text
        return i + 1
      case UInt8(ascii: "<"):
        state = .text
        return i
      case UInt8(ascii: "\""):
        state = .doubleQuoted
        return i + 1
      case UInt8(ascii: "'"):
        state = .singleQuoted
        return i + 1
      default: i += 1
      }
    }
    return end
  }

  /// Document type declarations: their entities are not read, so neither are their references.
  private mutating func declaration(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Int {
    var i = start
    while i < end {
      switch bytes[i] {
      case UInt8(ascii: "["): brackets = 1
      case UInt8(ascii: "]"): brackets = 0
      case UInt8(ascii: ">") where brackets == 0:
        state = .text
        return i + 1
      default: break
      }
      i += 1
    }
    return end
  }

  private func find(
    _ word: StaticString,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ isLast: Bool
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = word.utf8CodeUnitCount
    var i = start
    // The first byte is the rarest in HTML.
    while i + count <= bytes.count,
      let found = memchr(base + i, Int32(word.utf8Start[0]), bytes.count - i - count + 1)
    {
      let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + at, word.utf8Start, count) == 0 { return at + count }
      i = at + 1
    }
    return nil
  }

  // MARK: References

  /// Where to go on after the ampersand there; `nil` if more bytes must come first.
  private func reference(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at ampersand: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int? {
    let start = ampersand + 1
    var i = start
    let limit = min(bytes.count, start + ReferenceScanner.longestName)
    if i < limit, bytes[i] == UInt8(ascii: "#") {
      i += 1
      let isHex = i < limit && bytes[i] == UInt8(ascii: "x")
      if isHex { i += 1 }
      let digits = i
      while i < limit, isDigit(bytes[i], isHex) { i += 1 }
      if i < limit, bytes[i] == UInt8(ascii: ";"), i > digits { return i + 1 }
    } else {
      while i < limit, isNameByte(bytes[i], isFirst: i == start) { i += 1 }
      if i < limit, bytes[i] == UInt8(ascii: ";"), i > start {
        let name = bytes[start..<i]
        if isPredefined(name) { return i + 1 }
        mend(undefined(name, ampersand..<(i + 1)))
        return i + 1
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

  private func undefined(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ range: Range<Int>) -> Mend {
    let text = String(decoding: name, as: UTF8.self)
    guard let characters = HTMLCharacterReferences.characters(named: name) else {
      return Mend(
        range: range,
        replacement: Array("&amp;\(text);".utf8),
        kind: .undefinedEntity(name: text, isHTML: false)
      )
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

  private func isDigit(_ byte: UInt8, _ isHex: Bool) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (isHex && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
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
