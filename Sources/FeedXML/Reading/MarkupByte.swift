/// What a byte can be in a tag.
enum MarkupByte {
  /// Letters, digits and `- . _ :`, as bits of the bytes below and from 64 on.
  private static let low: UInt64 = 0x07FF_6000_0000_0000
  private static let high: UInt64 = 0x07FF_FFFE_87FF_FFFE

  /// Whether a name may have it. Of characters outside of ASCII libxml2 knows more.
  @inline(__always)
  static func isName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 != 0
  }

  /// Whether a name may begin with it.
  @inline(__always)
  static func beginsName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":")
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
