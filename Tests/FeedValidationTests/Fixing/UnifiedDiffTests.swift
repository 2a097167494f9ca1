import TestSupport
import Testing

@testable import FeedValidation

@Suite("Unified diffs")
struct UnifiedDiffTests {
  private static let plain = TerminalStyle(hasColours: false)

  private func diff(_ text: EditedText) -> String {
    String(
      decoding: UnifiedDiff(text, style: Self.plain, isHarmless: false).bytes(name: "f"),
      as: UTF8.self
    )
  }

  @Test("A line, with three around it")
  func line() {
    var text = EditedText(Array("1\n2\n3\n4\n5\n6\n7\n8\n9\n".utf8))
    text.apply([TextEdit(8..<9, Array("five".utf8))])
    #expect(
      diff(text) == "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
    )
  }

  @Test("A last line without its end says so")
  func end() {
    var text = EditedText(Array("a\nb".utf8))
    text.apply([TextEdit(2..<3, Array("c".utf8))])
    let mark = "\\ No newline at end of file\n"
    #expect(diff(text) == "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n\(mark)+c\n\(mark)")
  }

  @Test("Carried out, it makes the new text of the old", arguments: 0..<400 as Range<UInt64>)
  func patches(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func letters(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in Array("ab\n\n".utf8)[Int.random(in: 0..<4, using: &random)] }
    }
    var text = EditedText(letters(Int.random(in: 0...60, using: &random)))
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let now = text.text
      var edits: [TextEdit] = []
      var place = 0
      while place <= now.count, edits.count < 4 {
        let start = Int.random(in: place...now.count, using: &random)
        let end = min(now.count, start + Int.random(in: 0...5, using: &random))
        edits.append(TextEdit(start..<end, letters(Int.random(in: 0...4, using: &random))))
        place = end + 1
      }
      var expected = now
      for edit in edits.reversed() { expected.replaceSubrange(edit.range, with: edit.replacement) }
      text.apply(edits)
      #expect(text.text == expected, "seed \(seed)")
    }
    let diff = diff(text)
    #expect(patched(text.old, diff) == text.text, "seed \(seed)\n\(diff)")
  }

  /// What `patch` does: the old text with a diff carried out; `nil` if it does not fit.
  private func patched(_ old: [UInt8], _ diff: String) -> [UInt8]? {
    func lines(_ text: String) -> [String] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\n" }
      // The last has no line feed, and may be nothing.
      if let last = lines.popLast(), last != "\n" { lines.append(String(last.dropLast())) }
      return lines
    }
    let old = lines(String(decoding: old, as: UTF8.self))
    var new: [String] = []
    var place = 0
    var lastMark: Character = " "
    for line in lines(diff).dropFirst(2) {
      switch line.first {
      case "@"?:
        let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
        guard let first = numbers.first else { return nil }
        let isEmpty = line.contains(",0 +")
        let start = isEmpty ? first : first - 1
        guard start >= place, start <= old.count else { return nil }
        new += old[place..<start]
        place = start
      case " "?:
        guard place < old.count, old[place].dropLastFeed == line.dropFirst().dropLastFeed else {
          return nil
        }
        new.append(old[place])
        place += 1
      case "-"?:
        guard place < old.count, old[place].dropLastFeed == line.dropFirst().dropLastFeed else {
          return nil
        }
        place += 1
      case "+"?: new.append(String(line.dropFirst()))
      case "\\"?:
        if lastMark == "+", let last = new.popLast() { new.append(String(last.dropLast())) }
      default: return nil
      }
      lastMark = line.first ?? " "
    }
    new += old[place...]
    return Array(new.joined().utf8)
  }
}

extension StringProtocol {
  fileprivate var dropLastFeed: SubSequence { last == "\n" ? dropLast() : self[...] }
}
