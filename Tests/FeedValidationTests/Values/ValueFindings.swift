import FeedValidation
import TestSupport
import Testing

/// 2026-06-01T12:00:00Z, on which the tests' dates are judged.
let testContext = ValueContext(now: 1_780_315_200)

/// What a type says of a value.
func findings(_ type: ValueType, _ value: String, hasBase: Bool = false) -> [ValueFinding] {
  findings(type, Array(value.utf8), hasBase: hasBase)
}

/// A value, and what is to be said of it: `rule@offset`, and after an arrow the replacement.
struct ValueCase {
  let value: String
  let expected: [String]

  init(_ value: String, _ expected: String...) {
    self.value = value
    self.expected = expected
  }
}

func expect(
  _ type: ValueType,
  _ cases: [ValueCase],
  hasBase: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for test in cases {
    let found = findings(type, test.value, hasBase: hasBase).map { finding in
      let replacement = finding.replacement.map { " → \($0)" } ?? ""
      return "\(finding.rule.id)@\(finding.offset)\(replacement)"
    }
    #expect(
      found == test.expected,
      "\(type.name): “\(test.value)”",
      sourceLocation: sourceLocation
    )
    for finding in findings(type, test.value, hasBase: hasBase) {
      #expect(
        !finding.message.isEmpty && !finding.message.hasSuffix("."),
        "\(finding.message)",
        sourceLocation: sourceLocation
      )
      // What is proposed has to be right.
      if let replacement = finding.replacement {
        let left = findings(type, replacement, hasBase: hasBase).filter {
          $0.rule.id == finding.rule.id
        }
        #expect(left.isEmpty, "“\(replacement)”", sourceLocation: sourceLocation)
      }
    }
  }
}

/// No bytes make a type trap, or point outside the value.
func expectSurvival(
  _ type: ValueType,
  from samples: [String],
  alphabet: String,
  seed: UInt64 = 7,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var generator = SeededGenerator(seed: seed)
  let alphabet = Array(alphabet.utf8) + [0x00, 0x20, 0x0A, 0x80, 0xC3, 0xFF]
  for round in 0..<1_500 {
    let sample = samples[Int.random(in: 0..<samples.count, using: &generator)]
    let value =
      round % 4 == 0
      ? (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      } : generator.mutated(sample, alphabet: alphabet)
    // What is empty or nothing but white space never comes to a check.
    guard value.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { continue }
    for finding in findings(type, value) {
      #expect(
        (0...value.count).contains(finding.offset),
        "\(type.name), seed \(seed): \(value): \(finding.rule.id)@\(finding.offset)",
        sourceLocation: sourceLocation
      )
    }
  }
}
