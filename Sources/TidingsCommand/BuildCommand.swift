import ArgumentParser
import FeedDiff
import FeedModel
import FeedPublishing
import FeedSources
import FeedValidation

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the feeds of a site from its posts.",
    discussion: """
      Reads tidings.yml, turns posts into feeds, checks each document against its grammar and \
      replaces the files whose bytes changed. Feeds among the posts are fetched first; one that fails \
      keeps what it had last, is told of once, and is no failure of the build. A document that would be invalid is never written.

      Exit status: 0 written and valid, 1 refused because a document would be invalid, 2 trouble \
      with the configuration, a post or the file system.
      """
  )

  @Option(name: .shortAndLong, help: "The configuration; tidings.yml unless told otherwise.")
  var config: String?

  @Option(name: .shortAndLong, help: "The folder to write to, instead of the configuration's.")
  var output: String?

  @Flag(help: "Build and check everything, and write nothing.")
  var check = false

  @Flag(help: "Take feeds among the posts as they were last, and ask no server.")
  var offline = false

  @Option(
    help: ArgumentHelp(
      "Build as at this moment: what is dated later is not seen.",
      valueName: "date"
    )
  )
  var asOf: String?

  @Flag(name: .shortAndLong, help: "List every file that is left out, and every note.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Print nothing unless something is wrong.")
  var quiet = false

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let terminal = Terminal()
    let report: BuildReport
    do {
      let configuration = try ConfigurationReader.read(
        try config ?? ConfigurationReader.find() ?? ConfigurationReader.fileName
      )
      var options = SiteBuilder.Options(
        now: try Clock.moment(asOf, in: configuration.timeZone),
        output: output,
        isDry: check
      )
      options.isOffline = offline
      let progress = ProgressLine(terminal: terminal)
      if terminal.errorIsTerminal, !quiet { options.progress = { progress.show($0, of: $1) } }
      defer { progress.clear() }
      report = try await SiteBuilder(configuration, options: options).build()
    } catch let problem as SourceProblem {
      terminal.show(problem)
      throw ExitCode(2)
    } catch let error as FileError {
      terminal.showError(
        "\(error.path): cannot \(error.action): \(error.reason)",
        help: "nothing was changed"
      )
      throw ExitCode(2)
    }
    try finish(report, terminal: terminal, duration: clock.now - start)
  }

  private func finish(
    _ report: BuildReport,
    terminal: Terminal,
    duration: Duration
  ) throws {
    let problems = report.problems + report.conflicts
    guard problems.isEmpty else {
      for problem in problems { terminal.show(problem) }
      terminal.showSummary(of: problems.count)
      // A feed with two posts of one id would be invalid; what is broken elsewhere is trouble.
      throw ExitCode(report.problems.isEmpty ? 1 : 2)
    }
    guard report.refusals.isEmpty else {
      for refusal in report.refusals { terminal.show(refusal) }
      terminal.showSummary(of: report.refusals.count)
      throw ExitCode(1)
    }
    warn(report, terminal)
    if !quiet {
      terminal.print(ReportText(report, isVerbose: verbose, duration: duration).lines)
    }
  }

  /// Says what the owner has to know even of a quiet build.
  private func warn(_ report: BuildReport, _ terminal: Terminal) {
    let moved = report.documents.filter { ($0.difference?.summary.reidentified ?? 0) > 0 }
    let worst = moved.max { left, right in
      (left.difference?.summary.reidentified ?? 0) < (right.difference?.summary.reidentified ?? 0)
    }
    if let worst, let difference = worst.difference {
      let sentence = CauseSummary(difference).sentence(of: difference.summary.reidentified) {
        TerminalStyle.harmless($0)
      }
      let others = moved.count - 1
      let more =
        others == 0 ? "" : ", and so in \(Amounts.counted(others, "other feed", "other feeds"))"
      terminal.showWarning(
        "\(worst.path): \(sentence)\(more)",
        help: "most readers show them again; tidings diff tells which"
      )
    }
    for warning in report.sources?.warnings ?? [] {
      terminal.showWarning(
        TerminalStyle.harmless("\(warning.source): \(warning.message)"),
        help: warning.help.map(TerminalStyle.harmless)
      )
    }
    if let ledger = report.ledger, let line = ledger.tornLine {
      terminal.showWarning(
        "\(ledger.path):\(line): the line breaks off, and does not count",
        help: "a program that wrote it was killed; the next line that is added takes its place"
      )
    }
    if let problem = report.historyProblem {
      terminal.showWarning("the history was not kept: \(problem)")
    }
  }
}
