/// Eight bytes as the lanes of a word, for loops that look for single bytes in long text.
enum ByteLanes {
  /// The same byte in all lanes.
  @inline(__always)
  static func all(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// Raises the highest bit of the lanes that are not zero, exactly.
  @inline(__always)
  static func nonZero(_ word: UInt64) -> UInt64 {
    ((word & all(0x7F)) &+ all(0x7F)) | word
  }

  /// Raises the highest bit of the lanes that are zero, and perhaps of some above one.
  @inline(__always)
  static func zeroHints(_ word: UInt64) -> UInt64 { (word &- all(1)) & ~word }

  /// Adds up the lanes.
  @inline(__always)
  static func sum(_ word: UInt64) -> Int {
    let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ ((word &>> 8) & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}
