import FeedValidation

/// What the validator says of a document, by where it belongs.
struct Findings: Sendable {
  /// Those outside of entries.
  private(set) var ofFeed: [Diagnostic] = []
  private var ofEntries: [Int: [Diagnostic]] = [:]
  private var counts: [Diagnostic.Severity: Int] = [:]
  /// Whether some rule broke off telling.
  private(set) var isIncomplete = false

  /// The validator tells so many findings of a rule.
  private static let mostOfARule = 200

  init(_ diagnostics: [Diagnostic]) {
    var byRule: [String: Int] = [:]
    for diagnostic in diagnostics {
      counts[diagnostic.severity, default: 0] += 1
      byRule[diagnostic.rule, default: 0] += 1
      if let index = diagnostic.entryIndex {
        ofEntries[index, default: []].append(diagnostic)
      } else {
        ofFeed.append(diagnostic)
      }
    }
    isIncomplete = byRule.values.contains { $0 >= Self.mostOfARule }
  }

  /// Those of an entry, by its place in the document, from 0.
  func ofEntry(_ index: Int) -> [Diagnostic] { ofEntries[index] ?? [] }

  /// The entries that something is said of, with how much, in the order of the document.
  var entries: [(index: Int, count: Int)] {
    ofEntries.map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
  }

  /// How many there are of a severity.
  func count(_ severity: Diagnostic.Severity) -> Int { counts[severity] ?? 0 }

  /// Whether there are none.
  var isEmpty: Bool { counts.isEmpty }
}
