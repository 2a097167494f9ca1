import TestSupport
import Testing

@testable import FeedValidation

@Suite("Lines with carets")
struct CaretLineTests {
  /// What stands from the caret on, by columns of a terminal. Characters are compared one by one:
  /// an accent that follows is no reason for another letter.
  private func above(_ line: CaretLine) -> [Unicode.Scalar] {
    var column = 0
    var rest: [Unicode.Scalar] = []
    for scalar in line.text.unicodeScalars {
      let width = CharacterWidth.of(scalar)
      if column >= line.indent, !rest.isEmpty || width > 0 { rest.append(scalar) }
      column += width
    }
    return rest
  }

  @Test(
    "the caret is under the place, whatever stands before it",
    arguments: [
      ("<title>x</title>", "x</"), ("\t\t<title>x</title>", "<title>"), ("a\tb\tXc", "Xc"),
      ("水の音X", "X"), ("🌊🌊 X", "X"), ("e\u{301}e\u{301}X", "X"), ("\u{1B}[31mX", "X"),
      ("\u{200E}\u{9B}X", "X"), ("", ""), ("ab", ""),
    ]
  )
  func caret(line: String, place: String) {
    let scalars = Array(line.unicodeScalars)
    let start = (0...scalars.count).first {
      scalars[$0...].starts(with: place.unicodeScalars)
    }
    let index = place.isEmpty ? scalars.count : start ?? 0
    let shown = CaretLine(Array(line.utf8), place: index, width: 80)
    #expect(above(shown).starts(with: place.unicodeScalars), "\(shown)")
  }

  @Test("long lines are cut around the place, and never wider than there is room")
  func cut() {
    var random = SeededGenerator(seed: 7)
    let alphabet: [Unicode.Scalar] = ["a", "b", "水", "🌊", "\t", "\u{301}", " ", "\u{7}"]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...300, using: &random)
      var scalars = (0..<count).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let place = Int.random(in: 0...count, using: &random)
      scalars.insert("X", at: place)
      let width = Int.random(in: 16...120, using: &random)
      let isCutBefore = Bool.random(using: &random)
      let isCutAfter = Bool.random(using: &random)
      let line = CaretLine(
        Array(String(String.UnicodeScalarView(scalars)).utf8),
        place: place,
        width: width,
        isCutBefore: isCutBefore,
        isCutAfter: isCutAfter
      )
      let columns = line.text.unicodeScalars.reduce(0) { $0 + CharacterWidth.of($1) }
      #expect(columns <= width, "seed 7: \(line)")
      #expect(above(line).first == "X", "seed 7: \(line)")
      #expect(!line.text.unicodeScalars.contains { $0.value < 0x20 }, "seed 7: \(line)")
      #expect(line.text.unicodeScalars.first == "…" || !isCutBefore)
    }
  }

  @Test(
    "widths of characters",
    arguments: [
      ("a", 1), ("é", 1), ("\u{301}", 0), ("水", 2), ("ｶ", 1), ("Ａ", 2), ("🌊", 2), ("☔", 2),
      ("→", 1), ("“", 1), ("…", 1), ("한", 2), ("\u{FE0F}", 0), ("\u{3FFFD}", 2), ("\u{40000}", 1),
    ] as [(Unicode.Scalar, Int)]
  )
  func widths(scalar: Unicode.Scalar, width: Int) {
    #expect(CharacterWidth.of(scalar) == width)
  }
}
