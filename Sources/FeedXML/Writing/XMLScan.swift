/// Looking for bytes that cannot be copied into XML, eight at a time.
///
/// A word's flags are 0x80 in the lanes of the bytes in question. Where `zeros` is used, only the
/// lowest flag is exact, since a borrow may raise false ones above it; the first is all that a scan
/// needs. U+FFFE and U+FFFF begin with EF, as do other characters of that row: the caller looks
/// closer.
enum XMLScan {
  /// The next byte that character data cannot hold as it is, or the end.
  @inline(__always)
  static func nextInText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    next(in: bytes, from: start) { word in
      // `<` and `>` differ in one bit.
      controls(word) | zeros(word ^ lanes(0x26)) | zeros((word | lanes(0x02)) ^ lanes(0x3E))
        | zeros(word ^ lanes(0xEF))
    } byte: { byte in
      switch byte {
      case 0x09, 0x0A: false
      case ..<0x20, 0x26, 0x3C, 0x3E, 0xEF: true
      default: false
      }
    }
  }

  /// The next byte that an attribute's value cannot hold as it is, or the end.
  @inline(__always)
  static func nextInAttribute(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    next(in: bytes, from: start) { word in
      // `"` and `&` differ in one bit, `<` and `>` in another.
      ((word &- lanes(0x20)) & ~word) | zeros((word | lanes(0x04)) ^ lanes(0x26))
        | zeros((word | lanes(0x02)) ^ lanes(0x3E)) | zeros(word ^ lanes(0xEF))
    } byte: { byte in
      switch byte {
      case ..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0xEF: true
      default: false
      }
    }
  }

  /// The next byte that a CDATA section may not be able to hold, or the end.
  @inline(__always)
  static func nextInCDATA(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    next(in: bytes, from: start) { word in
      controls(word) | zeros(word ^ lanes(0x5D)) | zeros(word ^ lanes(0xEF))
    } byte: { byte in
      switch byte {
      case 0x09, 0x0A: false
      case ..<0x20, 0x5D, 0xEF: true
      default: false
      }
    }
  }

  @inline(__always)
  private static func next(
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    flags: (UInt64) -> UInt64,
    byte: (UInt8) -> Bool
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    let highBits = lanes(0x80)
    var index = start
    while index &+ 8 <= count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      )
      let found = flags(word) & highBits
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < count, !byte(bytes[index]) { index &+= 1 }
    return index
  }

  /// The same byte in all lanes.
  @inline(__always)
  private static func lanes(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// Flags zero bytes.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- lanes(1)) & ~word }

  /// Flags control characters but for tab and line feed, which end every line of markup: all flags
  /// are exact, since no sum leaves its lane.
  @inline(__always)
  private static func controls(_ word: UInt64) -> UInt64 {
    let low = word & lanes(0x7F)
    let from9To10 = (low &+ lanes(0x77)) & ~(low &+ lanes(0x75))
    return ~((low &+ lanes(0x60)) | word | from9To10)
  }
}
