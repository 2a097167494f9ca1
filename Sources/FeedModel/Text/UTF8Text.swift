#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looking at text as UTF-8, which is what files and feeds hold: a comparison by bytes costs a
/// nanosecond where one by characters costs a hundred.
extension String {
  /// Lends the string's UTF-8, without a copy where its storage is contiguous, as native strings' is.
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }

  /// Whether an ASCII character is in the text.
  package func contains(ascii character: Unicode.Scalar) -> Bool {
    withUTF8Bytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      return memchr(base, Int32(character.value), bytes.count) != nil
    }
  }

  /// The text without ASCII white space at its ends.
  package func trimmingSpaces() -> String {
    withUTF8Bytes { bytes in
      guard let first = bytes.first, let last = bytes.last else { return "" }
      guard first <= 0x20 || last <= 0x20 else { return self }
      guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
        let end = bytes.lastIndex(where: { $0 > 0x20 })
      else { return "" }
      return String(decoding: bytes[start...end], as: UTF8.self)
    }
  }

  /// The text with each run of ASCII white space as one space, and none at the ends.
  package func collapsingSpaces() -> String {
    withUTF8Bytes { bytes in
      var previous: UInt8 = 0x20
      var isClean = true
      for byte in bytes {
        if byte < 0x20 || (byte == 0x20 && previous == 0x20) {
          isClean = false
          break
        }
        previous = byte
      }
      if isClean, previous != 0x20 || bytes.isEmpty { return self }
      return String(decoding: Self.collapsed(bytes), as: UTF8.self)
    }
  }

  private static func collapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var collapsed: [UInt8] = []
    collapsed.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        if let last = collapsed.last, last != 0x20 { collapsed.append(0x20) }
      } else {
        // Control characters are the writers' business, which report them.
        collapsed.append(byte)
      }
    }
    if collapsed.last == 0x20 { collapsed.removeLast() }
    return collapsed
  }
}

extension Substring {
  /// Whether an ASCII character is in the text.
  package func contains(ascii character: Unicode.Scalar) -> Bool {
    utf8.contains(UInt8(truncatingIfNeeded: character.value))
  }

  /// The text without ASCII white space at its ends.
  package func trimmingSpaces() -> String { String(self).trimmingSpaces() }
}
