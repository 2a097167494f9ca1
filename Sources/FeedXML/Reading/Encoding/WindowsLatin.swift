/// The Windows code page that the West's mislabelled text is in.
enum WindowsLatin {
  /// What iconv calls it.
  static let converter = "CP1252"

  /// What 0x80 to 0x9F are; five of them are nothing.
  private static let high: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// The code point of a byte; U+FFFD for none.
  static func codePoint(_ byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? UInt32(high[Int(byte) - 0x80]) : UInt32(byte)
  }
}

/// UTF-8's bytes for code points that are known to be characters.
enum UTF8Writing {
  /// Writes a code point's bytes and returns how many.
  @inline(__always)
  static func write(_ codePoint: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
    func byte(_ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: 0x80 | (codePoint &>> shift) & 0x3F)
    }
    switch codePoint {
    case ..<0x80:
      output[0] = UInt8(truncatingIfNeeded: codePoint)
      return 1
    case ..<0x800:
      output[0] = UInt8(truncatingIfNeeded: 0xC0 | codePoint &>> 6)
      output[1] = byte(0)
      return 2
    case ..<0x1_0000:
      output[0] = UInt8(truncatingIfNeeded: 0xE0 | codePoint &>> 12)
      output[1] = byte(6)
      output[2] = byte(0)
      return 3
    default:
      output[0] = UInt8(truncatingIfNeeded: 0xF0 | codePoint &>> 18)
      output[1] = byte(12)
      output[2] = byte(6)
      output[3] = byte(0)
      return 4
    }
  }
}
