/// Knows which parts of a Markdown text are code, so that no tags are looked for there.
///
/// Blocks of code that are only indented are text here: whether they are code depends on the lists
/// around them.
struct MarkdownCode {
  private struct Fence {
    var mark: UInt8
    var length: Int
    /// Whether it stands in a quotation, which ends it when it ends.
    var isQuoted: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var fence: Fence?
  private var endOfSpan = 0
  /// For runs of backticks of each length: up to where there is none that closes a span.
  private var searched = [Int](repeating: 0, count: 33)

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether an index that was come to is in code.
  func contains(_ index: Int) -> Bool { fence != nil || index < endOfSpan }

  /// Looks for a fence where nothing but white space stands before the index on its line, and returns
  /// the index after it, else the index.
  ///
  /// - Parameter rawEnd: Ends the line of a closing fence as well, since nothing is left of it.
  mutating func lineStart(at index: Int, rawEnd: Range<Int>?) -> Int {
    var start = index
    var isQuoted = false
    while start < bytes.count,
      TemplateBytes.isBlank(bytes[start]) || bytes[start] == UInt8(ascii: ">")
    {
      if bytes[start] == UInt8(ascii: ">") { isQuoted = true }
      start += 1
    }
    if let open = fence {
      if !open.isQuoted || isQuoted {
        let end = endOfRun(of: open.mark, from: start)
        guard end - start >= open.length, isRestBlank(from: end, rawEnd: rawEnd) else {
          return index
        }
        fence = nil
        return end
      }
      fence = nil
    }
    start = skippingListMarker(from: start)
    guard start < bytes.count else { return index }
    let mark = bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return index }
    let end = endOfRun(of: mark, from: start)
    guard end - start >= 3 else { return index }
    if mark == UInt8(ascii: "`") {
      // A backtick further on makes it a span of code.
      var rest = end
      while rest < bytes.count, bytes[rest] != UInt8(ascii: "\n") {
        if bytes[rest] == mark { return index }
        rest += 1
      }
    }
    fence = Fence(mark: mark, length: end - start, isQuoted: isQuoted)
    return end
  }

  /// Takes the run of backticks at an index as the beginning of a span of code, if it is one, and
  /// returns the index after it.
  mutating func backticks(at index: Int) -> Int {
    let mark = UInt8(ascii: "`")
    let end = endOfRun(of: mark, from: index)
    let length = end - index
    guard fence == nil, index >= endOfSpan, length < searched.count, searched[length] <= end else {
      return end
    }
    var next = end
    while next < bytes.count {
      if bytes[next] == mark {
        let runEnd = endOfRun(of: mark, from: next)
        if runEnd - next == length {
          endOfSpan = runEnd
          return end
        }
        next = runEnd
      } else if bytes[next] == UInt8(ascii: "\n"), isBlankLine(at: next + 1) {
        break
      } else {
        next += 1
      }
    }
    searched[length] = next
    return end
  }

  private func endOfRun(of byte: UInt8, from index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return end
  }

  private func isRestBlank(from index: Int, rawEnd: Range<Int>?) -> Bool {
    var end = index
    while end < bytes.count {
      if end == rawEnd?.lowerBound, let rawEnd {
        end = rawEnd.upperBound
      } else if bytes[end] == UInt8(ascii: "\n") {
        return true
      } else if TemplateBytes.isSpace(bytes[end]) {
        end += 1
      } else {
        return false
      }
    }
    return true
  }

  private func isBlankLine(at index: Int) -> Bool {
    var end = index
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      if !TemplateBytes.isSpace(bytes[end]) { return false }
      end += 1
    }
    return true
  }

  /// `- ` or `1. `, before which a fence may stand in a list.
  private func skippingListMarker(from index: Int) -> Int {
    var end = index
    while end < bytes.count, end - index < 9, bytes[end] &- 0x30 < 10 { end += 1 }
    guard end < bytes.count else { return index }
    let isMarker =
      end > index
      ? bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
      : bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "*")
        || bytes[end] == UInt8(ascii: "+")
    guard isMarker, end + 1 < bytes.count, TemplateBytes.isBlank(bytes[end + 1]) else {
      return index
    }
    end += 1
    while end < bytes.count, TemplateBytes.isBlank(bytes[end]) { end += 1 }
    return end
  }
}
