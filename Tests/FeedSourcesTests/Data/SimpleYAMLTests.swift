import TestSupport
import Testing

@testable import FeedSources

@Suite struct SimpleYAMLTests {
  private func simple(_ text: [UInt8], lineOffset: Int = 0) -> DataNode? {
    text.withUnsafeBufferPointer { SimpleYAML.parse($0, lineOffset: lineOffset) }
  }

  private func byLibYAML(_ text: [UInt8], lineOffset: Int = 0) throws -> DataNode {
    try text.withUnsafeBufferPointer {
      try YAML.parseWithLibYAML($0, lineOffset: lineOffset)
    }
  }

  /// What the front matter of blogs looks like.
  private static let read: [String] = [
    "title: A post\n", "title: A post \n\n# done\n", "a: \"x # y: z\"\nb: 'it is'  \n",
    "date: 2012-08-26T21:10:46.000Z\nurl: https://example.org/#top\n", "draft: ~\nx:\ny: null\n",
    "tags: [a, \"b\",  日本 語 , 'c' , C#]\n", "tags: []\ntitle: Zürich\n", "tags: [日, a, é, ~]\n",
    "tags:\n  - a b\n  - \"c\"\n  - d\ntitle: x\n", "tags:\n- a\n- b\ntitle: x\n",
    "a: >-\n  one\n  two…\nb: |\n  x: y\n  # no comment\n\n\nc: d\n", "a: |-\n    one \n",
    "a: >\n  one\n\n# comment\nb: c\n", "cover:\n  image: a.png\n  sizes:\n  - 1\n  - 2\nx: y\n",
    "a: 'it''s'\nb: \"say \\\"hi\\\" \\\\\"\nc: [\"a\\\"\", 'b''']\n",
    "a:\n  b:\n    c: d\n    e: [f]\n  # comment\n  g:\nh: i\n", "# first\n\na: b",
  ]

  /// What is left to libyaml.
  private static let left: [String] = [
    "", "# nothing\n", "a: b: c\n", "a: b\n  c\n", "a: b # c\n", "a: \"\\n\"\n", "a: 'b'' c\n",
    "a: \"b\n  c\"\n", "a: &b c\n", "a: *b\n", "a: !x b\n", "a: {b: c}\n", "a: [b, {c: d}]\n",
    "a: [b,\n  c]\n", "a: [b, ]\n", "a: [b: c]\n", "a: b\na: c\n", "a:\tb\n", "a: b\r\n",
    "a: >-\n  b\n\n  c\n", "a: >-\n  b\n   c\n", "a: >-\n\n  b\n", "a: >2\n  b\n", "a: |+\n  b\n",
    "a:\n  - b: c\n", "a:\n  - - b\n", "a:\n  -\n", "a:\n  - b\n   c\n", "a:\n  - b\n - c\n",
    "\"a\": b\n", "a b: c\n", "é: b\n", "<<: b\n", "a: -b\n", "a: b\u{2028}c: d\n", "a: \u{85}\n",
    "---\na: b\n", "a: b\n...\n", "%YAML 1.1\n---\na: b\n", " a: b\nc: d\n", "- a\n", "a\n",
    "a: >-\n  b\n\n  # c\nd: e\n", "a: >-\n  b\n    \nc: d\n", "a: \u{7F}\n", "a: \u{FEFF}b\n",
  ]

  @Test func readsWhatIsSimple() throws {
    for text in Self.read {
      let bytes = Array(text.utf8)
      if text.hasSuffix("\n") { #expect(simple(bytes) != nil, "\(text.debugDescription)") }
      try expectEqual(bytes, "\(text.debugDescription)")
    }
  }

  @Test func leavesTheRestToLibYAML() throws {
    for text in Self.left {
      #expect(simple(Array(text.utf8)) == nil, "\(text.debugDescription)")
    }
  }

  /// libyaml's answer where there is one from here.
  private func expectEqual(_ bytes: [UInt8], _ name: @autoclosure () -> String) throws {
    guard let node = simple(bytes, lineOffset: 3) else { return }
    let other = try? byLibYAML(bytes, lineOffset: 3)
    guard node != other else { return }
    Issue.record("\(name()): \(node) is not \(String(describing: other))")
  }

  // MARK: - Generated documents

  private static let simpleWords = ["a", "B c", "2019-06-13", "true", "東京", "x, y", "it's"]
  private static let words = [
    "a", "title", "2019-06-13", "12:30", "true", "null", "~", "it's", "C#", "#c", "a  b", "東京",
    "é", "https://a.b/c?d=e&f", "\"q\"", "'s'", "x: y", "x:", "- a", "-", "[a", "b]", "{a}", ",",
    "*a", "&a", "!a", ">-", "|", "%", "@", "`", "\\", "?", "? a", "…", "\u{A0}", "\u{85}", "\t",
    "a #b", "Null", "--", "---", "...", "<<", "=", "🚀", "\"\"", "''", "\"a", "'", "\\\"", "''''",
    "\\n",
  ]

  private static let keys = [
    "a", "b", "c", "d_e", "f-g", "h.i", "1", "null", "é", "\"k\"", "a b", "<<", "-", "?", "a:",
  ]

  private func scalar(_ random: inout SeededGenerator) -> String {
    let words = Bool.random(using: &random) ? Self.simpleWords : Self.words
    let word = words.randomElement(using: &random) ?? "a"
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "\"\(word)\""
    case 1: return "'\(word)'"
    case 2: return word + " " + (Self.words.randomElement(using: &random) ?? "b")
    case 3: return ""
    default: return word
    }
  }

  private func spaces(_ random: inout SeededGenerator, _ usual: Int) -> String {
    let odd = Int.random(in: 0..<24, using: &random) == 0
    return String(repeating: " ", count: odd ? Int.random(in: 0...4, using: &random) : usual)
  }

  private func breakLine(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<24, using: &random) {
    case 0: "\n\n"
    case 1: " \n"
    case 2: "\n# comment\n"
    case 3: "\n  # comment\n"
    case 4: "\n   \n"
    case 5: "\r\n"
    default: "\n"
    }
  }

  private func mapping(_ random: inout SeededGenerator, indentation: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let key =
        Int.random(in: 0..<6, using: &random) == 0
        ? Self.keys.randomElement(using: &random) ?? "a"
        : "k\(Int.random(in: 0..<99, using: &random))"
      text += spaces(&random, indentation) + key + ":"
      let inner = indentation + Int.random(in: 0...2, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        let items = (0..<Int.random(in: 0...4, using: &random)).map { _ in scalar(&random) }
        text +=
          " [" + items.joined(separator: [",", ", ", " , "].randomElement(using: &random) ?? ",")
        text += "]" + breakLine(&random)
      case 1, 2:
        text += breakLine(&random)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          text += spaces(&random, inner) + "-" + spaces(&random, 1) + scalar(&random)
          text += breakLine(&random)
        }
      case 3, 4:
        text += " " + ([">-", ">", "|", "|-", ">+", "|2"].randomElement(using: &random) ?? ">")
        text += breakLine(&random)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          text += spaces(&random, inner) + scalar(&random) + breakLine(&random)
        }
      case 5:
        text += breakLine(&random)
        if indentation < 8 { text += mapping(&random, indentation: inner) }
      default: text += spaces(&random, 1) + scalar(&random) + breakLine(&random)
      }
    }
    return text
  }

  @Test func answersAsLibYAMLDoes() throws {
    var answers = 0
    for seed in 0..<20_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = mapping(&random, indentation: 0)
      let bytes =
        seed % 2 == 0
        ? Array(text.utf8)
        : random.mutated(text, alphabet: Array("\n  :-#'\"[],>|&*!{}?ab\t\r".utf8))
      if simple(bytes) != nil { answers += 1 }
      try expectEqual(bytes, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
    // Else the test would compare nothing.
    #expect(answers > 2_000)
  }

  @Test func answersAsLibYAMLDoesAfterSmallChanges() throws {
    let alphabet = Array("\n\n  ::--##''\"\"[],>|&*!{}?%@`~.ab\t\r\u{85}é".utf8)
    for seed in 0..<20_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let texts = Self.read + Self.left
      let text = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        texts.randomElement(using: &random) ?? ""
      }.joined()
      let bytes = random.mutated(text, alphabet: alphabet)
      try expectEqual(bytes, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
