import TestSupport
import Testing

@testable import FeedDiff

@Suite("Words of texts")
struct WordDiffTests {
  private func shown(_ diff: WordDiff) -> String {
    diff.pieces.map { piece in
      switch piece.kind {
      case .kept: piece.text
      case .removed: "[-\(piece.text)-]"
      case .added: "{+\(piece.text)+}"
      }
    }.joined(separator: " ")
  }

  @Test(
    "what changed is marked, and nothing else",
    arguments: [
      ("", "", ""),
      ("a b c", "a b c", "a b c"),
      ("a b c", "a x c", "a [-b-] {+x+} c"),
      (
        "the gauge stood at 12 cm", "the gauge stood at 13 cm today",
        "the gauge stood at [-12-] {+13+} cm {+today+}"
      ),
      ("one two", "", "[-one two-]"),
      ("", "one two", "{+one two+}"),
      ("a a a b", "a a b", "a a [-a-] b"),
      ("日本語", "日本人", "日本 [-語-] {+人+}"),
    ]
  )
  func examples(old: String, new: String, expected: String) {
    #expect(shown(WordDiff(old, new)) == expected)
  }

  @Test("both texts can be read off, whatever they are")
  func bothSides() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        "w\(Int.random(in: 0...40, using: &random))"
      }
      var others = words
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        let index = Int.random(in: 0...others.count, using: &random)
        if Bool.random(using: &random), index < others.count {
          others.remove(at: index)
        } else {
          others.insert("x\(Int.random(in: 0...9, using: &random))", at: index)
        }
      }
      let diff = WordDiff(words.joined(separator: " "), others.joined(separator: " "))
      let old = diff.pieces.filter { $0.kind != .added }.map(\.text).joined(separator: " ")
      let new = diff.pieces.filter { $0.kind != .removed }.map(\.text).joined(separator: " ")
      #expect(old == words.joined(separator: " "), "seed \(seed)")
      #expect(new == others.joined(separator: " "), "seed \(seed)")
    }
  }

  @Test("a text made to take long does not")
  func worstCase() {
    // Each anchor leaves one word less: without a bound that is quadratic.
    let count = 60_000
    let old = (0..<count).map { "w\($0 / 2)" }.joined(separator: " ")
    let new = (0..<count).reversed().map { "w\($0 / 2)" }.joined(separator: " ")
    let diff = WordDiff(old, new)
    #expect(diff.removed > 0 && diff.added > 0)
  }
}
