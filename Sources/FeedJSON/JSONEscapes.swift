/// The escapes of a string whose form has been checked (RFC 8259 section 7).
enum JSONEscapes {
  /// The four hexadecimal digits at `index`, or nil.
  static func hexQuad(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index &+ 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index &+ 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte &- UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- UInt8(ascii: "a") &+ 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte &- UInt8(ascii: "A") &+ 10
      default: return nil
      }
      value = value &<< 4 | UInt32(digit)
    }
    return value
  }

  /// The byte that `\` and `letter` stand for, or nil (`u` and what JSON does not know).
  @inline(__always)
  static func simple(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }

  /// Gives the decoded bytes one by one with their index; returns their number.
  @inline(__always)
  static func decode(
    _ source: UnsafeBufferPointer<UInt8>,
    into emit: (UInt8, Int) -> Void
  ) -> Int {
    var read = 0
    var written = 0
    while read < source.count {
      let byte = source[read]
      guard byte == UInt8(ascii: "\\"), read &+ 1 < source.count else {
        emit(byte, written)
        written &+= 1
        read &+= 1
        continue
      }
      if let plain = simple(source[read &+ 1]) {
        emit(plain, written)
        written &+= 1
        read &+= 2
        continue
      }
      var code = hexQuad(source, at: read &+ 2) ?? 0xFFFD
      read = min(read &+ 6, source.count)
      if code & 0xFC00 == 0xD800, let low = hexQuad(source, at: read &+ 2) {
        code = 0x10000 &+ ((code & 0x3FF) &<< 10) &+ (low & 0x3FF)
        read = min(read &+ 6, source.count)
      }
      for unit in UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") ?? .init() {
        emit(unit, written)
        written &+= 1
      }
    }
    return written
  }

  /// The index in the source of what makes the byte at `offset` of the decoded text: that of the
  /// backslash for all bytes of an escape. The number of source bytes if `offset` is beyond them.
  static func sourceIndex(
    ofDecoded offset: Int,
    in source: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var read = 0
    var written = 0
    while read < source.count, written < offset {
      var length = 1
      var made = 1
      if source[read] == UInt8(ascii: "\\"), read &+ 1 < source.count {
        length = simple(source[read &+ 1]) != nil ? 2 : 6
        if length == 6, hexQuad(source, at: read &+ 2).map({ $0 & 0xFC00 }) == 0xD800 {
          length = 12
        }
        length = min(length, source.count &- read)
        made = decode(UnsafeBufferPointer(rebasing: source[read..<read &+ length])) { _, _ in }
      }
      if written &+ made > offset { return read }
      read &+= length
      written &+= made
    }
    return read
  }
}
