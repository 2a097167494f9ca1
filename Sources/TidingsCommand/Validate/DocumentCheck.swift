import FeedSources
import FeedValidation

/// Checks one document: what is the same for all of a run.
struct DocumentCheck: Sendable {
  var settings: ValidationSettings
  /// How many diagnostics a document's report has at most.
  var limit: Int
  /// Whether the report shows lines of the document.
  var showsSource: Bool
  /// What is known; `nil` without a baseline.
  var baseline: BaselineFile?
  /// Whether everything found is wanted, for a baseline to be written.
  var learns: Bool

  /// What came of a document.
  struct Outcome: Sendable {
    var report: DocumentReport
    /// What a baseline needs to know of its entries.
    var entries = EntryIdentities()
  }

  /// Checks a document.
  func run(_ input: ValidateInputs.Input) -> Outcome {
    do {
      return try check(input)
    } catch {
      return Outcome(report: DocumentReport(name: input.name, failure: error.reason))
    }
  }

  private func check(_ input: ValidateInputs.Input) throws(FileError) -> Outcome {
    if let failure = input.failure {
      return Outcome(report: DocumentReport(name: input.name, failure: failure))
    }
    let usesBaseline = baseline != nil || learns
    var bytes = try DocumentBytes(input.name, keepsPipe: showsSource || usesBaseline)
    var settings = settings
    settings.location = input.location
    // One of each rule is kept in any case: it says how bad the others are.
    settings.mostOfARule = usesBaseline ? Self.mostForBaseline : max(1, limit)
    let validator = FeedValidator(settings)
    try bytes.read {
      validator.consume($0)
      return true
    }
    let found = validator.finish()
    var outcome = Outcome(report: DocumentReport(found, name: input.name))
    if usesBaseline {
      outcome.entries = try entries(of: found, &bytes)
      baseline?.filter(&outcome.report, outcome.entries)
    }
    if !learns { outcome.report.keepWorst(limit) }
    if showsSource, !outcome.report.diagnostics.isEmpty {
      outcome.report.excerpts = try excerpts(of: outcome.report.diagnostics, &bytes)
    }
    return outcome
  }

  /// More of one rule are not told apart.
  private static let mostForBaseline = 100_000

  private func entries(
    of found: ValidationReport,
    _ bytes: inout DocumentBytes
  ) throws(FileError) -> EntryIdentities {
    let reader = EntryIdentityReader(found.diagnostics, kind: found.kind)
    guard !reader.isComplete else { return EntryIdentities() }
    try bytes.read {
      reader.consume($0)
      return !reader.isComplete
    }
    return reader.finish()
  }

  private func excerpts(
    of diagnostics: [Diagnostic],
    _ bytes: inout DocumentBytes
  ) throws(FileError) -> SourceExcerpts {
    let reader = SourceExcerptReader(diagnostics)
    try bytes.read {
      reader.consume($0)
      return !reader.isComplete
    }
    return reader.finish()
  }
}
