/// Turns what typography, templates and encodings do to a date back into ASCII.
enum DateTextCleaner {
  /// Writes the text to `output`, which is as long, with references resolved that were escaped once
  /// too often, special spaces, dashes and digits made plain, and comments as a space. Returns the
  /// number of bytes.
  static func clean(
    _ text: UnsafeBufferPointer<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "(") {
        index = endOfComment(text, from: index)
        output[count] = 0x20
        count &+= 1
      } else if byte != UInt8(ascii: "&"), byte < 0x80 {
        output[count] = byte < 0x20 ? 0x20 : byte
        count &+= 1
        index &+= 1
      } else if let (plain, length) = replacement(text, at: index) {
        if let plain {
          output[count] = plain
          count &+= 1
        }
        index &+= length
      } else {
        output[count] = byte
        count &+= 1
        index &+= 1
      }
    }
    return count
  }

  /// Comments nest; one that does not end is the rest of the text.
  private static func endOfComment(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "("): depth &+= 1
      case UInt8(ascii: ")"): depth &-= 1
      default: break
      }
      index &+= 1
      if depth == 0 { break }
    }
    return index
  }

  /// The byte to write, or none, for the bytes at the index, and how many these are.
  private static func replacement(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (plain: UInt8?, length: Int)? {
    let a = text[index]
    let b = index &+ 1 < text.count ? text[index &+ 1] : 0
    let c = index &+ 2 < text.count ? text[index &+ 2] : 0
    switch (a, b, c) {
    case (UInt8(ascii: "&"), _, _): return reference(text, at: index)
    case (0xC2, 0xA0, _): return (0x20, 2)  // no-break space
    case (0xD9, 0xA0...0xA9, _): return (b &- 0xA0 &+ 0x30, 2)  // Arabic digits
    case (0xE2, 0x80, 0x8B...0x8F): return (nil, 3)  // zero width, and marks of direction
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF): return (0x20, 3)  // narrow and thin spaces
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): return (UInt8(ascii: "-"), 3)  // dashes
    case (0xE3, 0x80, 0x80): return (0x20, 3)  // ideographic space
    case (0xEF, 0xBC, 0x81...0xBF): return (c &- 0x60, 3)  // full width, "!" to "_"
    case (0xEF, 0xBB, 0xBF): return (nil, 3)  // byte order mark
    default: return nil
    }
  }

  private static func reference(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (plain: UInt8?, length: Int)? {
    for (name, plain) in references {
      let length = name.utf8CodeUnitCount
      guard index &+ length <= text.count else { continue }
      let bytes = UnsafeBufferPointer(start: name.utf8Start, count: length)
      let there = text[index..<index &+ length]
      if zip(there, bytes).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) { return (plain, length) }
    }
    return nil
  }

  private static let references: [(StaticString, UInt8)] = [
    ("&#43;", UInt8(ascii: "+")), ("&#x2b;", UInt8(ascii: "+")), ("&plus;", UInt8(ascii: "+")),
    ("&amp;#43;", UInt8(ascii: "+")), ("&#45;", UInt8(ascii: "-")), ("&minus;", UInt8(ascii: "-")),
    ("&#58;", UInt8(ascii: ":")), ("&nbsp;", 0x20), ("&#160;", 0x20), ("&#xa0;", 0x20),
    ("&amp;nbsp;", 0x20), ("&#32;", 0x20),
  ]
}
