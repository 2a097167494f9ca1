import FeedSources
import FeedValidation

/// `tidings validate --fix`: a document is read, mended and checked.
extension DocumentCheck {
  /// Mends a document. What is reported is what the document has afterwards: where it is written what
  /// is left, and all of it where the edits are only shown.
  func mend(
    _ input: ValidateInputs.Input,
    _ settings: ValidationSettings,
    _ mending: Mending
  ) throws(FileError) -> Outcome {
    var isWritten = false
    if case .write = mending { isWritten = true }
    let isPipe = input.name == "-"
    if isWritten, !isPipe, let kind = FileSystem.kind(of: input.name), kind != .file {
      let failure = "cannot mend it: it is no file that could be replaced; - is standard input"
      return Outcome(report: DocumentReport(name: input.name, failure: failure))
    }
    var bytes = try DocumentBytes(input.name, keepsPipe: true)
    guard let document = try whole(&bytes, limit: isPipe && isWritten ? .max : nil) else {
      let size = FixPlanner.largestDocument >> 20
      let failure = "cannot mend it: it is larger than \(size) MB"
      return Outcome(report: DocumentReport(name: input.name, failure: failure))
    }
    let fixed = FeedFixer(settings).fix(document)
    var after = DocumentBytes(
      fetched: isWritten ? fixed.document : document,
      from: input.name
    )
    var outcome = try outcome(
      of: isWritten ? fixed.report : fixed.before,
      input,
      &after,
      settings
    )
    if isWritten { outcome.report.mended = fixed.mended.values.reduce(0, +) }
    if !(isPipe && isWritten) { outcome.diff = diff(of: fixed, input) }
    if isWritten, isPipe || fixed.isChanged { outcome.mended = fixed.document }
    if let obstacle = fixed.obstacle {
      outcome.note = "\(isPipe ? "standard input" : input.name) cannot be mended: \(obstacle)"
    }
    return outcome
  }

  func diff(of fixed: FixedDocument, _ input: ValidateInputs.Input) -> [UInt8] {
    guard let diffStyle else { return [] }
    return fixed.diff(
      name: input.name == "-" ? "standard input" : input.name,
      style: diffStyle.style,
      isHarmless: diffStyle.isForTerminal
    )
  }

  /// All of a document; `nil` if it is too large to be mended.
  func whole(
    _ bytes: inout DocumentBytes,
    limit: Int? = nil
  ) throws(FileError) -> [UInt8]? {
    let limit = limit ?? FixPlanner.largestDocument
    var document: [UInt8] = []
    try bytes.read {
      document += $0
      return document.count <= limit
    }
    return document.count <= limit ? document : nil
  }
}
