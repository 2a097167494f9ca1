import FeedModel

/// What a report says of one document.
public struct DocumentReport: Sendable {
  /// The document, as its user named it: a path, or `-`.
  public var name: String
  /// What the document is.
  public var kind: FeedKind
  /// How many entries it has.
  public var entries: Int
  /// What is wrong, in document order: all of it, or the worst.
  public var diagnostics: [Diagnostic]
  /// How much is wrong, told or not; what a baseline knows is not among it.
  public var found: Tally
  /// How often each rule was broken, told or not; what a baseline knows is not among it.
  public var counts: [String: RuleCount] = [:]
  /// How much of what is wrong a baseline knows.
  public var known = Tally()
  /// How much a baseline knows that is wrong no more.
  public var gone = 0
  /// How much was mended.
  public var mended = 0
  /// How much of what is told can be mended without a guess.
  public var fixable: Int { diagnostics.count { $0.fix != nil } }
  /// Why the document could not be checked; `nil` if it was.
  public var failure: String?
  /// The lines of the diagnostics, where they were gathered.
  public var excerpts: SourceExcerpts

  /// What was found in a document.
  public init(_ report: ValidationReport, name: String) {
    self.name = name
    kind = report.kind
    entries = report.entries
    diagnostics = report.diagnostics
    found = report.tally
    counts = report.ruleCounts
    excerpts = SourceExcerpts()
  }

  /// A document that could not be checked.
  public init(name: String, failure: String) {
    self.name = name
    kind = .unknown
    entries = 0
    diagnostics = []
    found = Tally()
    self.failure = failure
    excerpts = SourceExcerpts()
  }

  /// Whether it was checked and nothing is an error, known or not.
  public var isValid: Bool { failure == nil && found.errors == 0 && known.errors == 0 }

  /// How much is wrong that no diagnostic tells of.
  public var untold: Tally { found - Tally(diagnostics) }

  /// Keeps so many diagnostics, the worst.
  public mutating func keepWorst(_ limit: Int) {
    guard diagnostics.count > limit else { return }
    var room = max(0, limit)
    var quota = Tally()
    let tally = Tally(diagnostics)
    for severity in Diagnostic.Severity.allCases.reversed() {
      let taken = min(room, tally[severity])
      quota.add(severity, taken)
      room -= taken
    }
    diagnostics.removeAll { diagnostic in
      guard quota[diagnostic.severity] > 0 else { return true }
      quota.add(diagnostic.severity, -1)
      return false
    }
  }
}

/// How often a rule was broken.
public struct RuleCount: Sendable, Equatable {
  /// How bad that is. A rule has one severity throughout a run.
  public var severity: Diagnostic.Severity
  /// How often, at least once.
  public var count: Int
}

extension ValidationReport {
  /// How often each rule was broken.
  var ruleCounts: [String: RuleCount] {
    var all: [String: RuleCount] = [:]
    for diagnostic in diagnostics where all[diagnostic.rule] == nil {
      guard let count = counts[diagnostic.rule] else { continue }
      all[diagnostic.rule] = RuleCount(severity: diagnostic.severity, count: count)
    }
    return all
  }

  /// How much is wrong.
  var tally: Tally {
    ruleCounts.values.reduce(into: Tally()) { $0.add($1.severity, $1.count) }
  }
}
