import FeedPublishing
import FeedSources
import FeedValidation

/// Checks documents on all cores and reports on them in the order given.
struct ValidateRun {
  private let check: DocumentCheck
  private let terminal: Terminal
  private var writer: any ReportWriter
  private var output: [UInt8] = []
  /// Whether standard output is taken by a document or a diff, so that the report goes to standard
  /// error.
  private let reportsToError: Bool
  private(set) var total = ReportTotal()
  /// What was found, for a baseline to be written.
  private(set) var learnt: BaselineFile?

  /// So many documents are checked or wait for their turn: enough for all cores, and few enough for a
  /// million documents.
  private static let window = 64
  private static let flushSize = 64 * 1024

  init(
    _ check: DocumentCheck,
    writer: any ReportWriter,
    learning: BaselineFile?,
    reportsToError: Bool,
    terminal: Terminal
  ) {
    self.reportsToError = reportsToError
    self.check = check
    self.writer = writer
    self.terminal = terminal
    learnt = learning
  }

  mutating func run(_ inputs: [ValidateInputs.Input]) async throws(FileError) {
    if learnt == nil { writer.begin(into: &output) }
    if inputs.count == 1 {
      try show(check.run(inputs[0]))
    } else {
      try await checkAll(inputs)
    }
    if learnt == nil { writer.end(total, into: &output) }
    try flush()
  }

  private mutating func checkAll(_ inputs: [ValidateInputs.Input]) async throws(FileError) {
    var run = self
    let failure = await withTaskGroup(
      of: (Int, DocumentCheck.Outcome).self,
      returning: FileError?.self
    ) { group in
      let check = run.check
      var waiting: [Int: DocumentCheck.Outcome] = [:]
      var started = 0
      var shown = 0
      func startMore() {
        while started < inputs.count, started < shown + Self.window {
          let index = started
          let input = inputs[index]
          group.addTask { (index, check.run(input)) }
          started += 1
        }
      }
      startMore()
      while let (index, outcome) = await group.next() {
        waiting[index] = outcome
        while let outcome = waiting.removeValue(forKey: shown) {
          shown += 1
          do throws(FileError) {
            try run.show(outcome)
          } catch {
            // Nobody reads on.
            shown = inputs.count
            group.cancelAll()
            return error
          }
        }
        startMore()
      }
      return nil
    }
    self = run
    if let failure { throw failure }
  }

  private mutating func show(_ outcome: DocumentCheck.Outcome) throws(FileError) {
    var report = outcome.report
    do throws(FileError) {
      if report.failure == nil { try deliver(outcome) }
    } catch {
      guard error.path == report.name else { throw error }
      report = DocumentReport(name: report.name, failure: "cannot write it: \(error.reason)")
    }
    total.add(report)
    if let failure = report.failure {
      try flush()
      terminal.showError(
        failure.hasPrefix("cannot ") ? failure : "cannot check it: \(failure)",
        at: report.name == "-" ? "standard input" : TerminalStyle.harmless(report.name)
      )
    }
    if learnt != nil, report.failure == nil {
      learnt?.learn(report, outcome.entries)
      return
    }
    guard learnt == nil else { return }
    writer.add(report, into: &output)
    if output.count >= Self.flushSize || terminal.outputIsTerminal { try flush() }
  }

  /// Shows the edits, and puts a mended document where it belongs.
  private mutating func deliver(_ outcome: DocumentCheck.Outcome) throws(FileError) {
    if !outcome.diff.isEmpty {
      if reportsToError {
        try terminal.write(outcome.diff)
      } else {
        output += outcome.diff + [0x0A]
      }
    }
    if let note = outcome.note {
      try flush()
      terminal.showNote(TerminalStyle.harmless(note))
    }
    guard let document = outcome.mended else { return }
    if outcome.report.name == "-" {
      try terminal.write(document)
    } else {
      try WholeFile.replace(outcome.report.name, with: document)
    }
  }

  private mutating func flush() throws(FileError) {
    guard !output.isEmpty else { return }
    if reportsToError {
      terminal.writeError(output)
    } else {
      try terminal.write(output)
    }
    output.removeAll(keepingCapacity: true)
  }
}
