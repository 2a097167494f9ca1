import Testing

@testable import FeedValidation

@Suite struct MisdecodedTextTests {
  static let good = [
    "Don’t panic at the café", "naïve Ångström", "AMANHÃ »", "Â", "MÃE", "€uro – “quotes” …", "日本語",
    "Привет",
    "x\u{85FF}", "emoji 🎉", "Ã",
  ]

  static let bad = [
    "Don↓\u{92}t", "isn↓\u{E2}\u{80}\u{99}t".replacing("↓\u{E2}", with: "\u{E2}↓"), "caf↓Ã©",
    "Don↓â€™t",
    "↓\u{FFFD}", "long enough to be read by words ↓\u{80}", "↓Â\u{A0}x", "Letter to↓Â\u{A0}a",
    "This is a £↓\u{9E}test.\u{94}",
  ]

  private func check(_ bytes: [UInt8]) -> [ValueFinding] {
    var found: [ValueFinding] = []
    bytes.withUnsafeBufferPointer { MisdecodedText.check($0) { found.append($0) } }
    return found
  }

  @Test(arguments: good) func properTextPasses(_ text: String) {
    #expect(check(Array(text.utf8)).map(\.message) == [])
  }

  @Test(arguments: bad) func remainsOfWrongEncodingsAreFound(_ text: String) {
    let value = MarkedValue(text)
    let found = check(value.bytes)
    #expect(found.map(\.rule.id) == ["characters-misdecoded"])
    #expect(found.map(\.offset) == value.marks)
  }

  @Test func cutSequencesAreNoTrouble() {
    let bytes = Array("Ãâ€\u{FFFD}\u{92}🎉".utf8)
    for start in bytes.indices {
      for end in start..<bytes.count {
        for finding in check(Array(bytes[start...end])) {
          #expect((0...(end - start)).contains(finding.offset))
        }
      }
    }
  }
}
