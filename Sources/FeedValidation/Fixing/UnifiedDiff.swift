/// The lines that were edited, in the format of `diff -u`.
struct UnifiedDiff {
  private static let context = 3

  /// Lines of the old text and the lines in their place.
  private struct Change {
    var old: Range<Int>
    var new: [ArraySlice<UInt8>]
  }

  private let lines: [ArraySlice<UInt8>]
  private var changes: [Change] = []
  private let style: TerminalStyle
  private let isHarmless: Bool

  init(_ text: EditedText, style: TerminalStyle, isHarmless: Bool) {
    self.style = style
    self.isHarmless = isHarmless
    let old = text.old
    lines = Self.lines(old[...])
    var starts = [0]
    for line in lines { starts.append(line.endIndex) }
    /// The line that a byte is in; the end counts as the line after the last.
    func line(of offset: Int) -> Int {
      var low = 0
      var high = lines.count
      while low < high {
        let middle = (low + high) / 2
        if starts[middle + 1] <= offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var open: (lines: Range<Int>, bytes: [UInt8], end: Int)?
    for edit in text.changes {
      let first = line(of: edit.range.lowerBound)
      let last = edit.range.isEmpty ? first : line(of: edit.range.upperBound - 1)
      if let current = open, first < current.lines.upperBound {
        open?.bytes += old[current.end..<edit.range.lowerBound] + edit.replacement
        open?.end = edit.range.upperBound
        open?.lines = current.lines.lowerBound..<max(current.lines.upperBound, last + 1)
      } else {
        close(open, old, starts)
        let start = first < lines.count ? starts[first] : old.count
        open = (
          first..<min(last + 1, lines.count),
          old[start..<edit.range.lowerBound] + edit.replacement, edit.range.upperBound
        )
        if first >= lines.count { open?.lines = lines.count..<lines.count }
      }
      // What takes a line's end away joins it with the next.
      while let current = open, current.lines.upperBound < lines.count,
        current.end == starts[current.lines.upperBound], current.bytes.last != 0x0A
      {
        open?.lines = current.lines.lowerBound..<(current.lines.upperBound + 1)
      }
    }
    close(open, old, starts)
  }

  private mutating func close(
    _ open: (lines: Range<Int>, bytes: [UInt8], end: Int)?,
    _ old: [UInt8],
    _ starts: [Int]
  ) {
    guard let open else { return }
    let bytes = open.bytes + old[open.end..<max(open.end, starts[open.lines.upperBound])]
    var new = Self.lines(bytes[...])
    var range = open.lines
    // Whole lines that are the same at both ends of a change are none of it.
    while let line = new.first, !range.isEmpty, line.elementsEqual(lines[range.lowerBound]) {
      new.removeFirst()
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while let line = new.last, !range.isEmpty, line.elementsEqual(lines[range.upperBound - 1]) {
      new.removeLast()
      range = range.lowerBound..<(range.upperBound - 1)
    }
    if !new.isEmpty || !range.isEmpty { changes.append(Change(old: range, new: new)) }
  }

  private static func lines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.endIndex
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  // MARK: Writing

  /// The diff.
  func bytes(name: String) -> [UInt8] {
    var output: [UInt8] = []
    let shown = TerminalStyle.harmless(name)
    output.append(style.bold("--- \(shown)") + "\n" + style.bold("+++ \(shown)") + "\n")
    var shift = 0
    var index = 0
    while index < changes.count {
      var end = index + 1
      while end < changes.count,
        changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * Self.context
      {
        end += 1
      }
      shift += append(changes[index..<end], shift, to: &output)
      index = end
    }
    return output
  }

  private func append(
    _ changes: ArraySlice<Change>,
    _ shift: Int,
    to output: inout [UInt8]
  ) -> Int {
    guard let first = changes.first, let last = changes.last else { return 0 }
    let start = max(0, first.old.lowerBound - Self.context)
    let end = min(lines.count, last.old.upperBound + Self.context)
    let added = changes.reduce(0) { $0 + $1.new.count - $1.old.count }
    let old = Self.place(start, end - start)
    let new = Self.place(start + shift, end - start + added)
    output.append(style.gutter("@@ -\(old) +\(new) @@") + "\n")
    var line = start
    for change in changes {
      for kept in lines[line..<change.old.lowerBound] { append(" ", kept, to: &output) }
      for removed in lines[change.old] { append("-", removed, to: &output) }
      for inserted in change.new { append("+", inserted, to: &output) }
      line = change.old.upperBound
    }
    for kept in lines[line..<end] { append(" ", kept, to: &output) }
    return added
  }

  private static func place(_ start: Int, _ count: Int) -> String {
    let first = count == 0 ? start : start + 1
    return count == 1 ? "\(first)" : "\(first),\(count)"
  }

  private func append(
    _ mark: String,
    _ line: ArraySlice<UInt8>,
    to output: inout [UInt8]
  ) {
    let isWhole = line.last == 0x0A
    let bytes = isWhole ? line.dropLast() : line
    let shown = isHarmless ? Self.harmless(bytes) : Array(bytes)
    if style.hasColours, mark != " " {
      let text = mark + String(decoding: shown, as: UTF8.self)
      output.append(style.change(isAddition: mark == "+", text) + "\n")
    } else {
      output.append(mark)
      output += shown
      output.append("\n")
    }
    if !isWhole { output.append("\\ No newline at end of file\n") }
  }

  /// A terminal obeys what stands in documents; tabs are harmless.
  private static func harmless(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let line = line.last == 0x0D ? line.dropLast() : line
    let parts = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
      Array(TerminalStyle.harmless(String(decoding: $0, as: UTF8.self)).utf8)
    }
    return Array(parts.joined(separator: [0x09]))
  }
}
