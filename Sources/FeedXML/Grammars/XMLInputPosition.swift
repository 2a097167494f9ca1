import CLibXML2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Positions out of libxml2's input buffer.
enum XMLInputPosition {
  /// Where the start tag begins whose end the parser has reached. A raw `<` cannot stand inside of
  /// a tag, so it is the last one. For encodings whose bytes are not ours to count.
  static func tagStart(_ parser: xmlParserCtxtPtr) -> (line: Int, column: Int) {
    guard let input = parser.pointee.input, let end = input.pointee.cur,
      let base = input.pointee.base
    else { return (1, 1) }
    var line = Int(input.pointee.line)
    var column = Int(input.pointee.col)
    var p = end
    var isOnOneLine = true
    while p > base {
      p -= 1
      if p.pointee == 0x0A {
        line -= 1
        isOnOneLine = false
      } else if isOnOneLine, p.pointee & 0xC0 != 0x80 {
        column -= 1
      }
      if p.pointee == UInt8(ascii: "<") { break }
    }
    if !isOnOneLine {
      column = 1
      while p > base, (p - 1).pointee != 0x0A {
        p -= 1
        if p.pointee & 0xC0 != 0x80 { column += 1 }
      }
    }
    return (line, max(column, 1))
  }

  /// The position `bytes` bytes after a known one, which is `ahead` bytes after where the parser
  /// stands; `nil` if they are not in its buffer any more.
  static func after(
    _ parser: xmlParserCtxtPtr,
    ahead: Int,
    bytes: Int,
    line: Int,
    column: Int
  ) -> (line: Int, column: Int)? {
    guard let input = parser.pointee.input, let now = input.pointee.cur,
      let base = input.pointee.base
    else { return nil }
    let end = now + ahead
    guard bytes >= 0, bytes <= end - base else { return nil }
    let start = end - bytes
    var line = line
    var column = column
    for index in 0..<bytes {
      if start[index] == 0x0A {
        line += 1
        column = 1
      } else if start[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}

extension XMLInputPosition {
  /// How far from where the parser stands `bytes` are next; 0 if they are not in its buffer.
  static func distance(to bytes: StaticString, _ parser: xmlParserCtxtPtr) -> Int {
    guard let input = parser.pointee.input, let start = input.pointee.cur,
      let end = input.pointee.end
    else { return 0 }
    let count = bytes.utf8CodeUnitCount
    var i = 0
    while i + count <= end - start {
      if memcmp(start + i, bytes.utf8Start, count) == 0 { return i }
      i += 1
    }
    return 0
  }
}
