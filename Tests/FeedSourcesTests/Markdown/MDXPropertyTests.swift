import Foundation
import TestSupport
import Testing

@testable import FeedSources

/// What holds for any bytes: an end without a trap, an output in proportion to the input, and time
/// in proportion to it.
@Suite struct MDXPropertyTests {
  private static let pieces = [
    "{", "}", "<", ">", "/", "A", "a", " ", "\n", "\n\n", "`", "```", "```\n", "~~~\n", "$", "$$\n",
    "'", "\"", "\\", "\\\"", "import ", "export ", "from", "const", "=", "<A", "<a ", "/>", "</A>",
    "</a>", "<>", "</>", "<!--", "-->", "/*", "*/", "//", "${", "(", ")", "é", "😀", "    ", "- ",
    "> ", "1. ", "<A b={", "<a b=\"", "export const a = ", "import {", "import a\n", "{`", "\t",
    "{' '}", "<div>\n", "</div>\n", "$\\a ", "\r\n",
  ]

  /// The longest that one byte may become: `*` in a string in braces is `&#42;`, and a line of one
  /// byte in a division gets a blank line before it.
  private func isInProportion(_ found: MDX, to size: Int) -> Bool {
    found.markdown.count <= 6 * size + 6 && found.components.count <= 100
  }

  @Test func mutatedPostsAreRead() throws {
    let alphabet = Array("{}<>/`$'\"\\=()[]*-~!. \n\tAa1:é".utf8)
    let files = MDXFixtureTests.files("mdx")
    try #require(!files.isEmpty)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for seed in 0..<400 as Range<UInt64> {
        var generator = SeededGenerator(seed: seed)
        let bytes = generator.mutated(text, alphabet: alphabet)
        let found = mdx(bytes)
        let place: Comment = "\(file.lastPathComponent), seed \(seed)"
        #expect(isInProportion(found, to: bytes.count), place)
        if String(validating: bytes, as: UTF8.self) != nil {
          #expect(String(validating: found.markdown, as: UTF8.self) != nil, place)
        }
      }
    }
  }

  @Test func soupsAreRead() {
    for seed in 0..<5_000 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 1...30, using: &generator))
        .compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
      let found = mdx(text.utf8)
      #expect(
        isInProportion(found, to: text.utf8.count),
        "seed \(seed): \(text.debugDescription)"
      )
      #expect(String(validating: found.markdown, as: UTF8.self) != nil, "seed \(seed)")
    }
  }

  /// Each of these took quadratic time with some reader: texts of pieces that open what nothing
  /// closes, and of two halves where the second looks through the first.
  private static let hostile: [[String]] = [
    ["{"], ["$"], ["<a {"], ["{'"], ["import {(\n\n"], ["<a b=\""], ["<A "], ["{`"], ["<A b={"],
    ["<a b={`"], ["<!--"], ["$$\n"], ["```\n"], ["{/*"], ["<A>"], ["export const a =\n"], ["1. "],
    ["> "], ["`"], ["$\\a "], ["<a></b>"], ["`` ` "], ["~~~ "], ["{//"], ["<a b={c}\n"],
    ["{", "\\\""], ["export const a = ", "(", "}"], ["<A>", "</b>"], ["<a b={", "}", "!"],
    ["$$ a\n\n"], ["{ ( [", "} "], ["`", "`` "], ["<div>\n", "a\n"],
  ]

  /// The limit is there to end a hang: what takes quadratic time needs hours for these.
  @Test(.timeLimit(.minutes(15))) func hostileTextsEnd() {
    var cases = Self.hostile
    for seed in 0..<15 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      cases.append(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          (0..<Int.random(in: 1...3, using: &generator))
            .compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
        }
      )
    }
    for phases in cases {
      let text = repeated(phases, bytes: 100_000)
      #expect(mdx(text).markdown.count <= 8 * text.count, "\(phases)")
    }
  }

  /// Each piece again and again, one piece after the other.
  private func repeated(_ phases: [String], bytes: Int) -> [UInt8] {
    phases.flatMap { piece in
      let count = max(1, bytes / phases.count / piece.utf8.count)
      return Array(String(repeating: piece, count: count).utf8)
    }
  }
}
