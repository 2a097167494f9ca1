/// How many diagnostics there are of each severity.
public struct Tally: Sendable, Equatable {
  /// How many are errors.
  public var errors = 0
  /// How many are warnings.
  public var warnings = 0
  /// How many are worth knowing only.
  public var notes = 0

  /// Nothing yet.
  public init() {}

  /// What a list has.
  public init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { add(diagnostic.severity) }
  }

  /// All of them.
  public var all: Int { errors &+ warnings &+ notes }

  /// How many there are of a severity.
  public subscript(severity: Diagnostic.Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .info: notes
    }
  }

  /// Counts some more.
  public mutating func add(_ severity: Diagnostic.Severity, _ count: Int = 1) {
    switch severity {
    case .error: errors &+= count
    case .warning: warnings &+= count
    case .info: notes &+= count
    }
  }

  /// What both have.
  public static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    for severity in Diagnostic.Severity.allCases { sum.add(severity, right[severity]) }
    return sum
  }

  /// What is left.
  public static func - (left: Tally, right: Tally) -> Tally {
    var rest = left
    for severity in Diagnostic.Severity.allCases { rest.add(severity, -right[severity]) }
    return rest
  }
}
