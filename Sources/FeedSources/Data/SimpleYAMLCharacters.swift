import FeedJSON

/// What bytes mean to `SimpleYAML`.
enum SimpleYAMLCharacters {
  /// Whether a text has none of the characters that YAML treats in a special way wherever they stand:
  /// controls (tabs and carriage returns too), other line breaks than LF (U+0085, U+2028, U+2029) and
  /// those that libyaml refuses (U+0080 to U+009F, U+FEFF, U+FFFE, U+FFFF, malformed UTF-8).
  static func areAll(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index < bytes.count {
      // Eight bytes at a time up to one that has to be looked at.
      while index &+ 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let flags = notable(UInt64(littleEndian: word))
        if flags != 0 {
          index &+= flags.trailingZeroBitCount &>> 3
          break
        }
        index &+= 8
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        guard byte >= 0x20 && byte != 0x7F || byte == 0x0A else { return false }
        index &+= 1
      } else {
        let length = UTF8Sequence.length(in: bytes, at: index)
        guard length > 0, !isSpecial(bytes, at: index) else { return false }
        index &+= length
      }
    }
    return true
  }

  /// Flags controls, U+007F and all that is not ASCII. Above the lowest flag there may be wrong ones.
  @inline(__always)
  private static func notable(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let delete = word ^ (ones &* 0x7F)
    let control = (word &- ones &* 0x20) & ~word
    return (word | control | (delete &- ones) & ~delete) & (ones &* 0x80)
  }

  /// Whether a well-formed sequence is one of the special ones above.
  @inline(__always)
  private static func isSpecial(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0xC2: bytes[index &+ 1] < 0xA0
    case 0xE2: bytes[index &+ 1] == 0x80 && bytes[index &+ 2] | 1 == 0xA9
    case 0xEF:
      bytes[index &+ 1] == 0xBB && bytes[index &+ 2] == 0xBF
        || bytes[index &+ 1] == 0xBF && bytes[index &+ 2] >= 0xBE
    default: false
    }
  }

  /// Whether a plain scalar cannot begin with a character, or only before certain others.
  @inline(__always)
  static func isIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// A letter, digit or `_`: what a key begins with.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
      || byte == UInt8(ascii: "_")
  }

  /// A letter, digit, `_`, `-` or `.`: what a key goes on with.
  @inline(__always)
  static func isKey(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
