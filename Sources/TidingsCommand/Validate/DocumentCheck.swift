import FeedFetching
import FeedSources
import FeedValidation

/// Checks one document: what is the same for all of a run.
struct DocumentCheck: Sendable {
  var settings: ValidationSettings
  /// How many diagnostics a document's report has at most.
  var limit: Int
  /// Whether the report shows lines of the document.
  var showsSource: Bool
  /// Whether the report tells what can be mended.
  var tellsFixes: Bool
  /// What becomes of what can be mended; `nil` if nobody asked for it.
  var mending: Mending?
  /// How a diff is written; `nil` if none is shown.
  var diffStyle: DiffStyle?
  /// What is known; `nil` without a baseline.
  var baseline: BaselineFile?
  /// Whether everything found is wanted, for a baseline to be written.
  var learns: Bool
  /// How feeds are fetched from the web.
  var fetching: FetchOptions

  /// What becomes of a mended document.
  enum Mending: Sendable {
    /// It takes the old one's place.
    case write
    /// Only the differences are shown.
    case show
  }

  /// How a diff is written.
  struct DiffStyle: Sendable {
    var style: TerminalStyle
    var isForTerminal: Bool
  }

  /// What came of a document.
  struct Outcome: Sendable {
    var report: DocumentReport
    /// What a baseline needs to know of its entries.
    var entries = EntryIdentities()
    /// What is to be shown of the edits.
    var diff: [UInt8] = []
    /// The mended document, where it has a place to go to: a file, or standard output.
    var mended: [UInt8]?
    /// Something that its user should know.
    var note: String?
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
    var settings = settings
    settings.location = input.location
    // One of each rule is kept in any case: it says how bad the others are.
    settings.mostOfARule = usesBaseline ? Self.mostForBaseline : max(1, limit)
    if input.isOnWeb { return try fetch(input, settings) }
    if let mending { return try mend(input, settings, mending) }
    var bytes = try DocumentBytes(
      input.name,
      keepsPipe: keepsBytes,
      mostKept: showsSource || usesBaseline ? .max : Self.largestTold
    )
    let validator = FeedValidator(settings)
    try bytes.read {
      validator.consume($0)
      return true
    }
    return try outcome(of: validator.finish(), input, &bytes, settings)
  }

  private var usesBaseline: Bool { baseline != nil || learns }
  private var keepsBytes: Bool { showsSource || usesBaseline || tellsFixes }

  /// Checks a feed while it comes from its server, whose charset counts, and whose address is where
  /// the feed is after all redirects.
  private func fetch(
    _ input: ValidateInputs.Input,
    _ settings: ValidationSettings
  ) throws(FileError) -> Outcome {
    var settings = settings
    var validator = FeedValidator(settings)
    var kept: [UInt8] = []
    let isKept = keepsBytes || mending != nil
    do throws(FetchError) {
      _ = try FeedFetcher.fetch(input.name, options: fetching) { head in
        settings.charset = head.contentType?.charset
        settings.delivery = Delivery(head)
        if case .unknown = settings.location { settings.location = .address(head.url) }
        validator = FeedValidator(settings)
      } onBytes: { bytes in
        validator.consume(bytes)
        if isKept { kept += bytes }
        return .goOn
      }
    } catch {
      return Outcome(report: DocumentReport(name: input.name, failure: error.advice))
    }
    var bytes = DocumentBytes(fetched: kept, from: input.name)
    let report = validator.finish()
    var outcome = try outcome(of: report, input, &bytes, settings)
    if mending != nil, diffStyle != nil, FixPlanner.isOfUse(for: report) {
      let fixed = FeedFixer(settings).fix(kept)
      outcome.diff = diff(of: fixed, input)
      if case .write = mending { outcome.note = "\(input.name) is on the web: it stays as it is" }
    }
    return outcome
  }

  func outcome(
    of found: ValidationReport,
    _ input: ValidateInputs.Input,
    _ bytes: inout DocumentBytes,
    _ settings: ValidationSettings
  ) throws(FileError) -> Outcome {
    var found = found
    if tellsFixes, !bytes.isLost, FixPlanner.isOfUse(for: found),
      let document = try whole(&bytes, limit: Self.largestTold)
    {
      FixPlanner(document, settings).addFixes(to: &found)
    }
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

  /// Of larger documents the report does not tell what can be mended: for that they are held in
  /// memory, which is for those who ask for `--fix`.
  private static let largestTold = 16 << 20

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

extension Delivery {
  /// What a response's head tells of the way that the document came.
  fileprivate init(_ head: ResponseHead) {
    self.init(
      mediaType: head.contentType?.mediaType,
      isCompressed: head.contentEncoding.map { $0 != "identity" } ?? false,
      hasVersion: head.entityTag != nil || head.lastModified != nil,
      redirects: head.redirects.map {
        Redirect(source: $0.source, target: $0.target, isPermanent: $0.isPermanent)
      }
    )
  }
}
