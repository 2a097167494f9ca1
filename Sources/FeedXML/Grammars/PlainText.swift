/// Character data about which no XML parser could have an opinion.
enum PlainText {
  /// The index after the bytes from `start` that may be left out. Adds their count to `length`,
  /// a reference counting as one byte.
  static func end(
    _ base: UnsafePointer<UInt8>,
    from start: Int,
    to end: Int,
    isText: Bool,
    length: inout Int
  ) -> Int {
    var i = start
    var total = 0
    defer { length += total }
    while i < end {
      // Eight bytes at a time as long as they are ordinary ASCII.
      let from = i
      let open: UInt64 = isText ? repeated(UInt8(ascii: "<")) : repeated(UInt8(ascii: "]"))
      let reference: UInt64 = isText ? repeated(UInt8(ascii: "&")) : open
      while i + 8 <= end {
        let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
        let special =
          word | (word &- repeated(0x20)) | zeros(word ^ repeated(UInt8(ascii: "]")))
          | zeros(word ^ open) | zeros(word ^ reference)
        // Sets more than it must where a byte borrows from the next: then the slow way decides.
        if special & repeated(0x80) != 0 { break }
        i += 8
      }
      total += i - from
      guard i < end else { return i }
      // At least one byte, at most up to where the fast way is worth a new try.
      let stop = min(i + 8, end)
      repeat {
        let byte = base[i]
        switch byte {
        case 0x20..<0x80, 0x09, 0x0A, 0x0D:
          if byte == UInt8(ascii: "]") { return i }
          if isText {
            if byte == UInt8(ascii: "<") { return i }
            if byte == UInt8(ascii: "&") {
              let reference = predefinedReference(base + i, end - i)
              guard reference > 0 else { return i }
              i += reference
              total += 1
              continue
            }
          }
          i += 1
          total += 1
        case 0xC2...0xF4:
          let sequence = legalSequence(base + i, end - i)
          guard sequence > 0 else { return i }
          i += sequence
          total += sequence
        default:
          return i
        }
      } while i < stop
    }
    return i
  }

  /// The length of `&amp;`, `&lt;`, `&gt;`, `&quot;` or `&apos;` at `p`, else 0.
  private static func predefinedReference(_ p: UnsafePointer<UInt8>, _ count: Int) -> Int {
    guard count >= 4 else { return 0 }
    switch p[1] {
    case UInt8(ascii: "l") where p[2] == UInt8(ascii: "t") && p[3] == UInt8(ascii: ";"),
      UInt8(ascii: "g") where p[2] == UInt8(ascii: "t") && p[3] == UInt8(ascii: ";"):
      return 4
    case UInt8(ascii: "a"):
      guard count >= 5 else { return 0 }
      if p[2] == UInt8(ascii: "m"), p[3] == UInt8(ascii: "p"), p[4] == UInt8(ascii: ";") {
        return 5
      }
      guard count >= 6, p[2] == UInt8(ascii: "p"), p[3] == UInt8(ascii: "o") else { return 0 }
      return p[4] == UInt8(ascii: "s") && p[5] == UInt8(ascii: ";") ? 6 : 0
    case UInt8(ascii: "q"):
      guard count >= 6, p[2] == UInt8(ascii: "u"), p[3] == UInt8(ascii: "o") else { return 0 }
      return p[4] == UInt8(ascii: "t") && p[5] == UInt8(ascii: ";") ? 6 : 0
    default:
      return 0
    }
  }

  /// The length of the well-formed UTF-8 sequence of a character that XML allows at `p`, else 0.
  private static func legalSequence(_ p: UnsafePointer<UInt8>, _ count: Int) -> Int {
    func isTail(_ index: Int) -> Bool { p[index] & 0xC0 == 0x80 }
    switch p[0] {
    case 0xC2...0xDF:
      return count >= 2 && isTail(1) ? 2 : 0
    case 0xE0...0xEF:
      guard count >= 3, isTail(1), isTail(2) else { return 0 }
      // Overlong, surrogates, U+FFFE and U+FFFF.
      if p[0] == 0xE0, p[1] < 0xA0 { return 0 }
      if p[0] == 0xED, p[1] >= 0xA0 { return 0 }
      if p[0] == 0xEF, p[1] == 0xBF, p[2] >= 0xBE { return 0 }
      return 3
    default:
      guard count >= 4, isTail(1), isTail(2), isTail(3) else { return 0 }
      if p[0] == 0xF0, p[1] < 0x90 { return 0 }
      if p[0] == 0xF4, p[1] >= 0x90 { return 0 }
      return 4
    }
  }

  /// A word of eight times the same byte.
  @inline(__always)
  private static func repeated(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// Sets the high bit of every byte that is zero, and perhaps of some that are not.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- repeated(1)) & ~word
  }
}
