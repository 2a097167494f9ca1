/// Looks for characters that no XML 1.0 document may contain, not even by reference (section 2.2),
/// in valid UTF-8.
enum ForbiddenCharacters {
  /// The next one's index, or the end.
  @inline(__always)
  static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    var index = start
    while true {
      index = candidate(base, from: index, to: bytes.count)
      guard index < bytes.count else { return bytes.count }
      if length(bytes, at: index) > 0 { return index }
      index &+= 1
    }
  }

  /// How many bytes a forbidden character has at an index; 0 for another character.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x09, 0x0A, 0x0D: 0
    case ..<0x20: 1
    case 0xEF
    where index &+ 2 < bytes.count && bytes[index &+ 1] == 0xBF
      && bytes[index &+ 2] >= 0xBE:
      3
    default: 0
    }
  }

  /// The next byte that may begin one: a control character, or EF before BF BE or BF BF.
  @inline(__always)
  private static func candidate(
    _ bytes: UnsafePointer<UInt8>,
    from start: Int,
    to end: Int
  ) -> Int {
    var index = start
    while index &+ 32 <= end {
      // Lines end in about every third block: those get a closer look.
      let hints =
        hints(bytes + index) | hints(bytes + (index &+ 8)) | hints(bytes + (index &+ 16))
        | hints(bytes + (index &+ 24))
      if hints & ByteLanes.all(0x80) != 0 {
        for offset in stride(from: 0, to: 32, by: 8) {
          // Only the lowest flag is exact.
          let found = flags(bytes + (index &+ offset)) & ByteLanes.all(0x80)
          if found != 0 { return index &+ offset &+ found.trailingZeroBitCount &>> 3 }
        }
      }
      index &+= 32
    }
    while index < end {
      switch bytes[index] {
      case 0x09, 0x0A, 0x0D: break
      case ..<0x20, 0xEF: return index
      default: break
      }
      index &+= 1
    }
    return end
  }

  /// Flags control characters and EF, and perhaps some bytes above.
  @inline(__always)
  private static func hints(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
    return ((word &- ByteLanes.all(0x20)) & ~word) | ByteLanes.zeroHints(word ^ ByteLanes.all(0xEF))
  }

  @inline(__always)
  private static func flags(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    let word = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    let low = word & ByteLanes.all(0x7F)
    // Lanes from 0x20 on, and those of tab and line feed, and of carriage return.
    let printable = (low &+ ByteLanes.all(0x60)) | word
    let from9To10 = (low &+ ByteLanes.all(0x77)) & ~(low &+ ByteLanes.all(0x75))
    let is13 = (low &+ ByteLanes.all(0x73)) & ~(low &+ ByteLanes.all(0x72))
    return ~(printable | from9To10 | is13) | ByteLanes.zeroHints(word ^ ByteLanes.all(0xEF))
  }
}
