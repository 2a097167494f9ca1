import FeedValidation
import Testing

@Suite("Rules' examples")
struct ExamplesTests {
  /// 1 July 2024.
  private static let now: Int64 = 1_719_792_000

  private func validate(_ document: ExampleDocument) -> ValidationReport {
    var settings = ValidationSettings(
      now: Self.now,
      location: .address("https://example.org/feed.xml")
    )
    settings.delivery = document.delivery
    let validator = FeedValidator(settings)
    document.bytes.withUnsafeBufferPointer { validator.consume($0) }
    return validator.finish()
  }

  @Test("Every rule has examples of both kinds", arguments: Rule.all.map(\.id))
  func complete(_ id: String) throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    #expect(!rule.examples.passing.isEmpty)
    #expect(!rule.examples.failing.isEmpty)
    for example in rule.examples.failing {
      #expect(example.text.filter { $0 == "↓" }.count == 1, "\(example.text)")
    }
    for example in rule.examples.passing { #expect(!example.text.contains("↓")) }
  }

  @Test("Rules speak of their failing examples, at the mark, and of no passing one")
  func examples() throws {
    #expect(Rule.all.count > 60)
    for rule in Rule.all where rule.severity != nil {
      for example in rule.examples.passing {
        let report = validate(ExampleDocument(example))
        let wrong = report.diagnostics.filter { $0.rule == rule.id || $0.severity == .error }
        #expect(wrong.isEmpty, "\(rule.id): \(example.text): \(wrong)")
      }
      for example in rule.examples.failing {
        let document = ExampleDocument(example)
        let report = validate(document)
        let found = report.diagnostics.filter { $0.rule == rule.id }
        let mark = try #require(document.mark)
        #expect(
          found.map { [$0.line, $0.column] } == [[mark.line, mark.column]],
          "\(rule.id): \(document.text): \(report.diagnostics)"
        )
      }
    }
  }
}
