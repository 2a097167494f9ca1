import Testing

@testable import FeedValidation

/// Whether rules that say that they are fixable are, and no others: by their own examples.
@Suite("Fixable rules")
struct FixableRulesTests {
  private static let settings: ValidationSettings = {
    var severities: [String: Diagnostic.Severity?] = [:]
    // Notes are not mended.
    for rule in Rule.all { severities[rule.id] = max(.warning, rule.severity ?? .warning) }
    return ValidationSettings(
      now: 1_719_792_000,
      severities: severities,
      location: .address("https://example.org/feed.xml")
    )
  }()

  private func isMended(_ rule: Rule) -> Bool {
    rule.examples.failing.contains { example in
      FeedFixer(Self.settings).fix(ExampleDocument(example).bytes).mended[rule.id] != nil
    }
  }

  @Test("mend one of their failing examples, and the rule is content then")
  func fixable() async {
    let fixable = Rule.all.filter(\.isFixable)
    #expect(fixable.count > 40)
    for rule in fixable {
      await Task.yield()
      #expect(isMended(rule), "\(rule.id)")
      for example in rule.examples.failing {
        let fixed = FeedFixer(Self.settings).fix(ExampleDocument(example).bytes)
        guard fixed.mended[rule.id] != nil else { continue }
        #expect(fixed.report.counts[rule.id] == nil, "\(rule.id): \(example.text)")
      }
    }
  }

  @Test("Every mender's rules are in the catalogue, once")
  func catalogue() {
    let rules = Mender.all.flatMap(\.rules)
    #expect(Set(rules).count == rules.count)
    let known = Set(Rule.all.map(\.id))
    #expect(rules.filter { !known.contains($0) } == [])
  }

  @Test("keep the promises on every example")
  func guarantee() async {
    for rule in Rule.all {
      // Others have their turn: what takes long would hold their time up.
      await Task.yield()
      for example in rule.examples.failing + rule.examples.passing {
        let document = ExampleDocument(example).bytes
        for settings in [Self.settings, FixGuarantee.settings] {
          let (_, broken) = FixGuarantee.broken(document, settings)
          #expect(broken.isEmpty, "\(rule.id): \(example.text): \(broken)")
        }
      }
    }
  }

  @Test("A finding whose value is certain is mended, or says why not")
  func replacements() {
    // They take something away, or say what readers know the entry by.
    let kept: Set = ["name-contains-address", "address-invalid", "uuid-invalid", "guid-not-url"]
    for rule in Rule.all where !rule.isFixable && !kept.contains(rule.id) {
      for example in rule.examples.failing {
        let report = FeedValidator.report(ExampleDocument(example).bytes, Self.settings)
        for diagnostic in report.diagnostics where diagnostic.rule == rule.id {
          #expect(diagnostic.replacement == nil, "\(rule.id): \(example.text)")
        }
      }
    }
  }
}
