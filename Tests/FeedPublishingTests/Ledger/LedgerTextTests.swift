import FeedModel
import FeedSources
import TestSupport
import Testing

@testable import FeedPublishing

@Suite("the text of a ledger")
struct LedgerTextTests {
  private func read(_ text: String) throws -> LedgerText {
    try Array(text.utf8).withUnsafeBufferPointer { try LedgerText($0, path: "tidings.ids") }
  }

  private static let line =
    #"{"source": "posts/a.md", "id": "https://weir.example/a", "published": "2019-06-13T10:00:00Z"}"#

  @Test(
    "is read in any spelling",
    arguments: [
      line + "\n",
      line,
      "\u{FEFF}" + line + "\r\n\r\n",
      #"  {"published":"2019-06-13T12:00:00+02:00","id":"https://weir.example/a","note":{"a":[1]},"#
        + #""source":"posts\/\u0061.md"} "# + "\n",
    ]
  )
  func spellings(text: String) throws {
    let ledger = try read(text)
    #expect(ledger.tornLine == nil)
    #expect(ledger.lines.map(\.number) == [1])
    #expect(
      ledger.lines.map(\.line) == [
        LedgerLine(
          source: "posts/a.md",
          id: "https://weir.example/a",
          published: try RFC3339.parse("2019-06-13T10:00:00Z")
        )
      ]
    )
  }

  @Test("a date may be missing, and the empty text is a ledger")
  func sparse() throws {
    let ledger = try read("\n" + #"{"source": "a", "id": "1"}"# + "\n")
    #expect(ledger.lines.map(\.line) == [LedgerLine(source: "a", id: "1", published: nil)])
    #expect(ledger.lines.map(\.number) == [2])
    #expect(try read("").lines.isEmpty)
  }

  struct Mistake: Sendable, CustomStringConvertible {
    var text: String
    var column: Int
    var says: String
    var help: String? = nil
    var description: String { text }
  }

  @Test(
    "mistakes are told with line, column and what to do",
    arguments: [
      Mistake(text: "<<<<<<< HEAD", column: 1, says: "a merge left its mark", help: "merge=union"),
      Mistake(text: "=======", column: 1, says: "a merge left its mark", help: "both sides"),
      Mistake(text: ">>>>>>> topic", column: 1, says: "a merge left its mark"),
      Mistake(text: "site: {title: A}", column: 1, says: "found the word 'site'"),
      Mistake(text: "[]", column: 1, says: "a line must be an object", help: "such as"),
      Mistake(text: #"{"source": "a", "id": 17}"#, column: 23, says: "id must be a text"),
      Mistake(text: #"{"source": "", "id": "1"}"#, column: 12, says: "source must be a text"),
      Mistake(text: #"{"source": "a"}"#, column: 1, says: "no `id`", help: "subscribers know"),
      Mistake(text: #"{"id": "a"}"#, column: 1, says: "no `source`", help: "path"),
      Mistake(
        text: #"{"source": "a", "id": "1", "published": "yesterday"}"#,
        column: 41,
        says: "published must be a date",
        help: "2019-06-13T11:30:00Z"
      ),
      Mistake(
        text: #"{"source": "a", "id": "1"} {"source": "b", "id": "2"}"#,
        column: 28,
        says: "after the end of the JSON value",
        help: "git log -p"
      ),
      Mistake(text: #"{"source": "a" "id": "1"}"#, column: 16, says: "expected ',' or '}'"),
    ]
  )
  func mistakes(mistake: Mistake) throws {
    let problem = #expect(throws: SourceProblem.self) {
      _ = try read(Self.line + "\n" + mistake.text + "\n" + Self.line + "\n")
    }
    #expect(problem?.path == "tidings.ids")
    #expect(problem?.line == 2)
    #expect(problem?.column == mistake.column)
    #expect(problem?.message.contains(mistake.says) == true, "\(problem?.message ?? "")")
    if let help = mistake.help {
      #expect(problem?.help?.contains(help) == true, "\(problem?.help ?? "")")
    }
  }

  @Test("bytes that are no text are told of")
  func notUTF8() {
    var bytes = Array(Self.line.utf8)
    bytes[15] = 0xFF
    let problem = #expect(throws: SourceProblem.self) {
      _ = try bytes.withUnsafeBufferPointer { try LedgerText($0, path: "tidings.ids") }
    }
    #expect(problem?.message.contains("not valid UTF-8") == true)
    #expect(problem?.column == 16)
  }

  @Test("wherever the last line breaks off, it does not count and the others do")
  func torn() throws {
    let whole = Self.line + "\n"
    for cut in 1..<Self.line.utf8.count {
      let text = whole + String(Self.line.prefix(cut))
      let ledger = try read(text)
      #expect(ledger.tornLine == 2, "\(cut)")
      #expect(ledger.lines.count == 1)
      #expect(ledger.wholeSize == whole.utf8.count)
    }
  }

  @Test("what is written reads back, whatever it is", arguments: 1...4 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let alphabet: [Character] = [
      "a", "/", "#", "\"", "\\", "\n", "\u{0}", "\t", "ä", "日", "🏞", "\u{2028}", "{", "}", " ",
    ]
    func text() -> String {
      String(
        (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)]
        }
      )
    }
    var lines: [LedgerLine] = []
    var bytes: [UInt8] = []
    for _ in 0..<500 {
      let seconds = Int64.random(in: -1_000_000_000...4_000_000_000, using: &numbers)
      let line = LedgerLine(
        source: text(),
        id: text(),
        published: Bool.random(using: &numbers) ? Timestamp(secondsSince1970: seconds) : nil
      )
      line.write(to: &bytes)
      lines.append(line)
    }
    let ledger = try bytes.withUnsafeBufferPointer { try LedgerText($0, path: "") }
    #expect(ledger.lines.map(\.line) == lines, "seed \(seed)")
    #expect(ledger.wholeSize == bytes.count)
  }

  @Test("no bytes break it", arguments: 1...4 as ClosedRange<UInt64>)
  func mutations(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let text = [Self.line, Self.line, Self.line].joined(separator: "\n") + "\n"
    for _ in 0..<2_000 {
      let bytes = numbers.mutated(text, alphabet: Array("{}\"\\:, \n<=u0".utf8))
      bytes.withUnsafeBufferPointer { bytes in
        guard let ledger = try? LedgerText(bytes, path: "") else { return }
        #expect(ledger.wholeSize <= bytes.count)
        #expect(ledger.lines.allSatisfy { !$0.line.source.isEmpty && !$0.line.id.isEmpty })
      }
    }
  }
}
