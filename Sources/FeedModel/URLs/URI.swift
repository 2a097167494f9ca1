/// Questions about URIs and IRIs that need no base, and the mapping from IRI to URI.
public enum URI {
  /// The URI of an IRI (RFC 3987 section 3.1, step 2): the UTF-8 bytes of non-ASCII characters, and
  /// characters that a URI may not contain (controls, space, `"<>\^{|}` and the grave accent, square
  /// brackets outside of the host, number signs after the first), are percent-encoded.
  /// Percent-encodings stay; a percent sign that starts none becomes `%25`. Host names are
  /// percent-encoded too, not mapped to punycode.
  public static func fromIRI(_ iri: String) -> String {
    var copy = iri
    return copy.withUTF8 { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + 16)
      for (index, byte) in bytes.enumerated() {
        let needsEncoding: Bool
        if byte == .percent {
          needsEncoding =
            !(index + 2 < bytes.count && bytes[index + 1].isHexDigit
            && bytes[index + 2].isHexDigit)
        } else {
          needsEncoding = isForbidden(byte)
        }
        if needsEncoding {
          output.append(.percent)
          output.append(hexDigit(byte >> 4))
          output.append(hexDigit(byte & 0x0F))
        } else {
          output.append(byte)
        }
      }
      return escapingMisplaced(String(decoding: output, as: UTF8.self))
    }
  }

  /// The address with those delimiters percent-encoded that delimit nothing where they stand: square
  /// brackets outside of the host, and number signs after the first (RFC 3986 appendix A).
  public static func escapingMisplaced(_ address: String) -> String {
    var copy = address
    return copy.withUTF8 { bytes in
      var numberSigns = 0
      var hasBracket = false
      for byte in bytes {
        if byte == .numberSign { numberSigns += 1 }
        if byte == 0x5B || byte == 0x5D { hasBracket = true }
      }
      guard hasBracket || numberSigns > 1 else { return address }
      let host = URLReference(bytes).authority ?? 0..<0
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + 16)
      var hasFragment = false
      for (index, byte) in bytes.enumerated() {
        let isBracket = (byte == 0x5B || byte == 0x5D) && !host.contains(index)
        if isBracket || (byte == .numberSign && hasFragment) {
          output.append(.percent)
          output.append(hexDigit(byte >> 4))
          output.append(hexDigit(byte & 0x0F))
        } else {
          output.append(byte)
        }
        if byte == .numberSign { hasFragment = true }
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// Whether the text starts with a scheme, as `https://a` and `urn:x` do and `//a` and `/a` do not.
  public static func isAbsolute(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { schemeEnd(in: trimmed($0)) != nil }
  }

  /// The scheme in lower case, nil for a relative reference.
  public static func scheme(of text: String) -> String? {
    var copy = text
    return copy.withUTF8 { buffer in
      let bytes = trimmed(buffer)
      guard let end = schemeEnd(in: bytes) else { return nil }
      let letters = bytes[..<end].filter { !$0.isTabOrNewline }.map(lowercased)
      return String(decoding: letters, as: UTF8.self)
    }
  }

  /// The host in lower case, without user information and port (an IPv6 address keeps its brackets);
  /// nil when there is none.
  public static func host(of text: String) -> String? {
    var copy = text
    return copy.withUTF8 { buffer in
      let bytes = trimmed(buffer)
      guard var range = URLReference(bytes).authority else { return nil }
      if let at = bytes[range].lastIndex(of: 0x40) { range = (at + 1)..<range.upperBound }
      if let colon = bytes[range].lastIndex(of: .colon),
        bytes[(colon + 1)..<range.upperBound].allSatisfy(\.isASCIIDigit)
      {
        range = range.lowerBound..<colon
      }
      guard !range.isEmpty else { return nil }
      return String(decoding: bytes[range].map(lowercased), as: UTF8.self)
    }
  }

  /// Without the C0 controls and spaces around it, as the URL standard trims.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// Where the colon after the scheme stands, reading over tabs and newlines as browsers do.
  static func schemeEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = bytes.first, first.isASCIILetter else { return nil }
    var index = 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == .colon { return index }
      guard byte.isSchemeByte || byte.isTabOrNewline else { return nil }
      index += 1
    }
    return nil
  }

  static func equalsIgnoringCase(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    _ lowercase: StaticString
  ) -> Bool {
    guard range.count == lowercase.utf8CodeUnitCount else { return false }
    return lowercase.withUTF8Buffer { expected in
      for (offset, byte) in expected.enumerated()
      where lowercased(bytes[range.lowerBound + offset]) != byte {
        return false
      }
      return true
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F...0xFF: true
    case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 &+ value : 0x37 &+ value
  }
}
