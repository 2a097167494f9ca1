/// Byte classes, and comparison without regard to the case of ASCII letters.
enum ASCII {
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  @inline(__always)
  static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }

  /// Tab, line feed, form feed, carriage return, space.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
  }

  /// Whether the lower-case text stands there, in any case.
  static func hasPrefix(
    _ lowercase: StaticString,
    in bytes: UnsafeBufferPointer<UInt8>,
    at start: Int
  ) -> Bool {
    let length = lowercase.utf8CodeUnitCount
    guard start >= 0, start <= bytes.count, bytes.count - start >= length else { return false }
    return lowercase.withUTF8Buffer { expected in
      for offset in 0..<length where lowercased(bytes[start + offset]) != expected[offset] {
        return false
      }
      return true
    }
  }

  /// Where the lower-case text first stands in the range, in any case.
  static func firstIndex(
    of lowercase: StaticString,
    in bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> Int? {
    let last = range.upperBound - lowercase.utf8CodeUnitCount
    guard last >= range.lowerBound else { return nil }
    return (range.lowerBound...last).first { hasPrefix(lowercase, in: bytes, at: $0) }
  }

  /// Whether both are the same but for the case of ASCII letters.
  static func equalIgnoringCase(
    _ left: some Collection<UInt8>,
    _ right: some Collection<UInt8>
  ) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { lowercased($0) == lowercased($1) }
  }
}
