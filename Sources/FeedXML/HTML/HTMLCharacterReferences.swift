import CCMarkGFM

/// Decodes character references as the HTML standard does (section 13.2.5.72 and following): numeric
/// ones with or without semicolon, the named ones with it, and the old named ones also without.
package enum HTMLCharacterReferences {
  /// Appends the bytes with references decoded.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    inAttribute: Bool,
    into output: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      // The search ends with the range: to the end of the input it would be quadratic.
      let rest = UnsafeBufferPointer(rebasing: bytes[index..<range.upperBound])
      let stop = HTMLScan.index(of: 0x26, in: rest, from: 0).map { $0 + index } ?? range.upperBound
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<stop]))
      guard stop < range.upperBound else { return }
      index = decodeOne(
        bytes,
        at: stop,
        limit: range.upperBound,
        inAttribute: inAttribute,
        into: &output
      )
    }
  }

  /// Appends what the ampersand there starts, and returns where reading goes on.
  static func decodeOne(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at ampersand: Int,
    limit: Int,
    inAttribute: Bool,
    into output: inout [UInt8]
  ) -> Int {
    let start = ampersand + 1
    if start < limit, bytes[start] == 0x23,
      let end = decodeNumeric(bytes, at: start + 1, limit: limit, into: &output)
    {
      return end
    }
    var end = start
    while end < limit, end - start < longestName,
      HTMLBytes.isLetter(bytes[end]) || HTMLBytes.isDigit(bytes[end])
    {
      end += 1
    }
    if end > start {
      if end < limit, bytes[end] == 0x3B, appendNamed(bytes, start..<end, into: &output) {
        return end + 1
      }
      if let end = decodeLegacy(bytes, start..<end, limit: limit, inAttribute, into: &output) {
        return end
      }
    }
    output.append(0x26)
    return start
  }

  // CounterClockwiseContourIntegral
  private static let longestName = 31

  private static func decodeNumeric(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at start: Int,
    limit: Int,
    into output: inout [UInt8]
  ) -> Int? {
    var index = start
    let isHex = index < limit && bytes[index] | 0x20 == 0x78
    if isHex { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < limit {
      let byte = bytes[index]
      let digit: UInt8
      if HTMLBytes.isDigit(byte) {
        digit = byte &- 0x30
      } else if isHex, (byte | 0x20) &- 0x61 < 6 {
        digit = (byte | 0x20) &- 0x57
      } else {
        break
      }
      value = min(value &* (isHex ? 16 : 10) &+ UInt32(digit), 0x110000)
      index += 1
    }
    guard index > digits else { return nil }
    if index < limit, bytes[index] == 0x3B { index += 1 }
    if value >= 0x80, value <= 0x9F { value = windows1252[Int(value) - 0x80] }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    output.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
    return index
  }

  /// What the standard's table puts in the place of the C1 controls.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The characters of a name without `&` and `;`, as UTF-8; `nil` if HTML does not know it.
  package static func characters(named name: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    var characters: [UInt8] = []
    let isKnown = appendNamed(name.base, name.startIndex..<name.endIndex, into: &characters)
    return isKnown ? characters : nil
  }

  /// Appends the character of a name without `&` and `;`.
  private static func appendNamed(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ name: Range<Int>,
    into output: inout [UInt8]
  ) -> Bool {
    if let common = common[HTMLNameKey(cased: bytes[name])] {
      output.append(contentsOf: common)
      return true
    }
    var source: [UInt8] = [0x26]
    source.append(contentsOf: bytes[name])
    source.append(0x3B)
    var buffer = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { cmark_strbuf_free(&buffer) }
    guard houdini_unescape_html(&buffer, source, bufsize_t(truncatingIfNeeded: source.count)) != 0
    else { return false }
    let decoded = UnsafeBufferPointer(start: buffer.ptr, count: max(0, Int(buffer.size)))
    guard !decoded.elementsEqual(source) else { return false }
    output.append(contentsOf: decoded)
    return true
  }

  /// The longest old name that the letters start with. In attributes it counts only when neither a
  /// letter, a digit nor `=` follows, so that `?a=1&copy=2` stays.
  private static func decodeLegacy(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ letters: Range<Int>,
    limit: Int,
    _ inAttribute: Bool,
    into output: inout [UInt8]
  ) -> Int? {
    var end = min(letters.upperBound, letters.lowerBound + 6)
    while end > letters.lowerBound + 1 {
      let name = letters.lowerBound..<end
      if legacyNames.contains(HTMLNameKey(cased: bytes[name])) {
        if inAttribute, end < limit {
          let next = bytes[end]
          if next == 0x3D || HTMLBytes.isLetter(next) || HTMLBytes.isDigit(next) { return nil }
        }
        return appendNamed(bytes, name, into: &output) ? end : nil
      }
      end -= 1
    }
    return nil
  }

  private static let common: [HTMLNameKey: [UInt8]] = [
    HTMLNameKey(cased: "amp".utf8): [0x26], HTMLNameKey(cased: "lt".utf8): [0x3C],
    HTMLNameKey(cased: "gt".utf8): [0x3E], HTMLNameKey(cased: "quot".utf8): [0x22],
    HTMLNameKey(cased: "apos".utf8): [0x27], HTMLNameKey(cased: "nbsp".utf8): [0xC2, 0xA0],
  ]

  /// The names that need no semicolon.
  private static let legacyNames: Set<HTMLNameKey> = Set(
    """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT \
    Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute \
    Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil \
    cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute \
    icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve \
    ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig \
    thorn times uacute ucirc ugrave uml uuml yacute yen yuml
    """.split(separator: " ").map { HTMLNameKey(cased: $0.utf8) }
  )
}

extension HTMLNameKey {
  /// Without folding of case: names of references have case.
  init(cased name: some Sequence<UInt8>) {
    self.init()
    var count = 0
    for byte in name {
      add(byte, at: count)
      count += 1
    }
  }
}

/// Escapes text for HTML.
enum HTMLAttributeEscaping {
  /// Appends the bytes fit for text and for attribute values in either kind of quotes.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var runStart = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      guard byte <= 0x3E, let escape = escape(of: byte) else { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
      escape.withUTF8Buffer { output.append(contentsOf: $0) }
      runStart = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
  }

  static func append(_ bytes: some Collection<UInt8>, to output: inout [UInt8]) {
    Array(bytes).withUnsafeBufferPointer { append($0, to: &output) }
  }

  @inline(__always)
  private static func escape(of byte: UInt8) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    default: nil
    }
  }
}
