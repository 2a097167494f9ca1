#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks for the fences of front matter, line by line.
struct FrontMatterScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isWholeFile: Bool
  /// Where the first line begins: after a byte order mark.
  private let start: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, isWholeFile: Bool) {
    self.bytes = bytes
    self.isWholeFile = isWholeFile
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    start = hasMark ? 3 : 0
  }

  /// A line of the file; `end` excludes its line break and trailing blanks, `next` is where the
  /// following line begins.
  private struct Line {
    let start: Int
    let end: Int
    let next: Int
    /// Whether the line's end is known: it has a line break, or the file ends with it.
    let isComplete: Bool
  }

  func split(allowsHeaderLines: Bool) throws(DataError) -> FrontMatter.Split {
    if bytes.count < start &+ 4 && !isWholeFile { return incomplete }
    guard start < bytes.count else { return none }
    switch bytes[start] {
    case UInt8(ascii: "-"):
      return try fenced(.yaml, open: "---", closings: ["---", "..."])
    case UInt8(ascii: "+"): return try fenced(.toml, open: "+++", closings: ["+++"])
    case UInt8(ascii: "{"): return try object()
    default: return allowsHeaderLines ? headerLines() : none
    }
  }

  // MARK: - Fences

  private func fenced(_ syntax: FrontMatter.Syntax, open: StaticString, closings: [StaticString])
    throws(DataError) -> FrontMatter.Split
  {
    let opening = line(from: start)
    guard opening.isComplete else { return incomplete }
    guard isFence(opening, open) else { return none }
    var number = 2
    var position = opening.next
    while position < bytes.count {
      let line = line(from: position)
      if line.isComplete && closings.contains(where: { isFence(line, $0) }) {
        return FrontMatter.Split(
          syntax: syntax,
          metadata: opening.next..<line.start,
          metadataLine: 2,
          bodyOffset: line.next,
          bodyLine: number + 1
        )
      }
      position = line.next
      number += 1
    }
    guard isWholeFile else { return incomplete }
    throw DataError(
      line: 1,
      column: 1,
      message: "the front matter that opens with '\(open)' on line 1 is never closed",
      help: "put a line '\(open)' after it"
    )
  }

  /// Whether a line is a fence; `end` has left out blanks after it.
  private func isFence(_ line: Line, _ fence: StaticString) -> Bool {
    guard line.end &- line.start == fence.utf8CodeUnitCount else { return false }
    return fence.withUTF8Buffer { $0.elementsEqual(bytes[line.start..<line.end]) }
  }

  // MARK: - JSON

  /// An object at the beginning; `{%`, `{{` and `{:` are text of a template or Markdown dialect.
  private func object() throws(DataError) -> FrontMatter.Split {
    var index = start &+ 1
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index &+= 1 }
    guard index < bytes.count else { return isWholeFile ? none : incomplete }
    guard bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "}") else {
      return none
    }
    guard let end = endOfObject() else {
      guard isWholeFile else { return incomplete }
      throw DataError(
        line: 1,
        column: 1,
        message: "the JSON front matter that opens with '{' on line 1 is never closed",
        help: "close it with '}', and every string with '\"'"
      )
    }
    let rest = line(from: end)
    guard rest.isComplete else { return incomplete }
    guard rest.end == end else { return none }
    let lines = bytes[start..<end].reduce(into: 1) { $0 += $1 == 0x0A ? 1 : 0 }
    return FrontMatter.Split(
      syntax: .json,
      metadata: start..<end,
      metadataLine: 1,
      bodyOffset: rest.next,
      bodyLine: lines + 1
    )
  }

  /// The offset after the brace that closes the first one. Whether it is JSON is the parser's
  /// business, so that it can say what is wrong.
  private func endOfObject() -> Int? {
    var depth = 0
    var isInString = false
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if isInString {
        if byte == UInt8(ascii: "\\") { index &+= 1 }
        if byte == UInt8(ascii: "\"") { isInString = false }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") {
        depth &+= 1
      } else if byte == UInt8(ascii: "}") {
        depth &-= 1
        if depth == 0 { return index &+ 1 }
      }
      index &+= 1
    }
    return nil
  }

  // MARK: - Header lines

  /// Python-Markdown's meta-data: keys and indented continuations up to a blank line, which belongs
  /// to neither, or to a line that is none of them, which belongs to the text.
  private func headerLines() -> FrontMatter.Split {
    let first = line(from: start)
    guard HeaderLines.key(in: slice(first)) != nil else {
      return first.isComplete ? none : incomplete
    }
    var number = 1
    var position = start
    while position < bytes.count {
      let line = line(from: position)
      guard line.isComplete else { return incomplete }
      let isBlank = line.end == line.start
      let text = slice(line)
      if isBlank || !(HeaderLines.key(in: text) != nil || HeaderLines.isContinuation(text)) {
        return FrontMatter.Split(
          syntax: .headerLines,
          metadata: start..<line.start,
          metadataLine: 1,
          bodyOffset: isBlank ? line.next : line.start,
          bodyLine: isBlank ? number + 1 : number
        )
      }
      position = line.next
      number += 1
    }
    guard isWholeFile else { return incomplete }
    return FrontMatter.Split(
      syntax: .headerLines,
      metadata: start..<bytes.count,
      metadataLine: 1,
      bodyOffset: bytes.count,
      bodyLine: number
    )
  }

  // MARK: - Lines

  private func line(from start: Int) -> Line {
    var end = bytes.count
    var next = bytes.count
    var isComplete = isWholeFile
    if let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, 0x0A, bytes.count &- start)
    {
      end = UnsafeRawPointer(base).distance(to: found)
      next = end &+ 1
      isComplete = true
    }
    while end > start, [0x20, 0x09, 0x0D].contains(bytes[end &- 1]) { end &-= 1 }
    return Line(start: start, end: end, next: next, isComplete: isComplete)
  }

  private func slice(_ line: Line) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[line.start..<line.end])
  }

  private var none: FrontMatter.Split {
    FrontMatter.Split(
      syntax: .none,
      metadata: start..<start,
      metadataLine: 1,
      bodyOffset: start,
      bodyLine: 1
    )
  }

  private var incomplete: FrontMatter.Split {
    FrontMatter.Split(
      syntax: .none,
      metadata: start..<start,
      metadataLine: 1,
      bodyOffset: start,
      bodyLine: 1,
      needsMoreBytes: true
    )
  }
}
