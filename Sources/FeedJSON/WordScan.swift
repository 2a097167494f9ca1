/// Scanning eight bytes at a time: a flag (0x80) in the lane of each byte that is looked for. Only
/// the lowest flag is exact, since a borrow may raise false flags above it; the first hit is all
/// that a scan for the end of a run needs.
enum WordScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Flags control characters, `"` and `\`: what a JSON string cannot hold as it is.
  @inline(__always)
  static func needsEscape(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let control = (word &- (ones &* 0x20)) & ~word
    return (control | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & highBits
  }

  /// Flags what `needsEscape` does, and every byte of a multi-byte character.
  @inline(__always)
  static func endsPlainRun(_ word: UInt64) -> UInt64 {
    needsEscape(word) | (word & highBits)
  }

  /// Eight bytes from `index`, the first one lowest. They must be inside `bytes`.
  @inline(__always)
  static func load(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: index,
        as: UInt64.self
      )
    )
  }

  /// The number of bytes before the lowest flag.
  @inline(__always)
  static func lane(_ flags: UInt64) -> Int { flags.trailingZeroBitCount &>> 3 }

  /// The offset of the first byte at or after `start` that is not ASCII, or the end.
  static func skipASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index &+ 8 <= bytes.count {
      let flags = load(bytes, at: index) & highBits
      if flags != 0 { return index &+ lane(flags) }
      index &+= 8
    }
    while index < bytes.count && bytes[index] < 0x80 { index &+= 1 }
    return index
  }
}
