/// The lines of a text, for wording errors. Lines and columns count from 0, as libyaml's do.
struct SourceLines {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A line without its line break; empty beyond the last.
  func line(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var index = 0
    var line = 0
    while index < bytes.count && line <= number {
      guard bytes[index] == 0x0A || bytes[index] == 0x0D else {
        index &+= 1
        continue
      }
      if line == number { return UnsafeBufferPointer(rebasing: bytes[start..<index]) }
      if bytes[index] == 0x0D && index &+ 1 < bytes.count && bytes[index &+ 1] == 0x0A {
        index &+= 1
      }
      index &+= 1
      line &+= 1
      start = index
    }
    return UnsafeBufferPointer(rebasing: bytes[line == number ? start..<bytes.count : 0..<0])
  }

  /// The scalars of a line, malformed bytes as U+FFFD.
  func scalars(_ number: Int) -> [Unicode.Scalar] {
    Array(String(decoding: line(number), as: UTF8.self).unicodeScalars)
  }

  /// The ASCII character at a place, or nil.
  func byte(line: Int, column: Int) -> UInt8? {
    let scalars = scalars(line)
    guard scalars.indices.contains(column), scalars[column].isASCII else { return nil }
    return UInt8(scalars[column].value)
  }

  /// The line and column of a byte.
  func place(ofByte offset: Int) -> (line: Int, column: Int) {
    var line = 0
    var column = 0
    for index in 0..<min(max(0, offset), bytes.count) {
      let byte = bytes[index]
      let isBreak =
        byte == 0x0A
        || byte == 0x0D && !(index &+ 1 < bytes.count && bytes[index &+ 1] == 0x0A)
      if isBreak {
        line &+= 1
        column = 0
      } else if byte & 0xC0 != 0x80 && byte != 0x0D {
        column &+= 1
      }
    }
    return (line, column)
  }
}
