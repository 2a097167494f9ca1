/// Finds the bytes at lines and columns of a text, asked for in document order.
///
/// Columns are code points as the decoder counts them: a byte that is no UTF-8 is a character of its
/// own.
struct PlaceFinder {
  private let text: [UInt8]
  private var offset: Int
  private var line = 1
  private var column = 1

  init(_ text: [UInt8]) {
    self.text = text
    // A byte order mark takes no column.
    offset = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The byte there; `nil` where the text has no such place, or it lies before the last one.
  mutating func offset(line wantedLine: Int, column wantedColumn: Int) -> Int? {
    guard (wantedLine, wantedColumn) >= (line, column) else { return nil }
    while line < wantedLine {
      guard offset < text.count else { return nil }
      let byte = text[offset]
      offset += 1
      if byte == 0x0A {
        startLine()
      } else if byte == 0x0D {
        if offset < text.count, text[offset] == 0x0A { offset += 1 }
        startLine()
      } else {
        column += 1
      }
    }
    while column < wantedColumn {
      guard offset < text.count, text[offset] != 0x0A, text[offset] != 0x0D else { return nil }
      offset += UTF8Length.of(text, at: offset)
      column += 1
    }
    return offset
  }

  private mutating func startLine() {
    line += 1
    column = 1
  }
}

/// How long characters are.
enum UTF8Length {
  /// How many bytes the character there has; 1 for a byte that is no UTF-8.
  static func of(_ text: [UInt8], at start: Int) -> Int {
    let first = text[start]
    let count: Int
    switch first {
    case ..<0x80: return 1
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF: count = 3
    case 0xF0...0xF4: count = 4
    default: return 1
    }
    guard start + count <= text.count else { return 1 }
    let second = text[start + 1]
    switch (first, second) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 1
    default: break
    }
    for index in (start + 1)..<(start + count) where text[index] & 0xC0 != 0x80 { return 1 }
    return count
  }
}
