import ArgumentParser
import FeedDiff
import FeedModel
import FeedPublishing
import FeedSources
import FeedValidation

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Builds, checks, compares with what is published, and replaces all of it or nothing.",
    discussion: """
      For cron, a timer or a CI job. Says nothing when nothing changed, and a line when something \
      did. What is published is the old set or the new one, whenever a run is killed; the next run \
      completes what it began.

      Refuses what would surprise subscribers: entries with other ids, half of the entries gone, \
      none left, a document with errors. The limits are those of publish: in tidings.yml, and of \
      the options for once.

      Exit status: 0 published or nothing to do, 3 a gate refused, 65 a post is broken, 69 a feed \
      that posts come from has failed for three days (said once, and published all the same), 74 a \
      file could not be read or written, 75 another run is at work, 78 the configuration is wrong.
      """
  )

  @Option(name: .shortAndLong, help: "The configuration; tidings.yml unless told otherwise.")
  var config: String?

  @Option(name: .shortAndLong, help: "The folder to write to, instead of the configuration's.")
  var output: String?

  @Flag(help: "Show all of what would be done, and touch nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("New entries that are let through.", valueName: "n|n%"))
  var maxNew: String?

  @Option(
    help: ArgumentHelp("Entries with other ids that are let through.", valueName: "n|n%")
  )
  var maxReidentified: String?

  @Option(help: ArgumentHelp("Entries gone that are let through.", valueName: "n|n%"))
  var maxRemoved: String?

  @Option(help: ArgumentHelp("Entries that a feed has at least.", valueName: "n"))
  var minEntries: Int?

  @Flag(help: "Take feeds that posts come from as they were last, and ask nobody.")
  var offline = false

  @Flag(help: "Leave with status 0 when another run is at work.")
  var skipIfLocked = false

  @Option(help: ArgumentHelp("Publish as at this moment.", valueName: "date"))
  var asOf: String?

  @Flag(name: .shortAndLong, help: "Say what was done, also if that was nothing.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Print nothing unless something is wrong.")
  var quiet = false

  func run() async throws {
    let terminal = Terminal()
    try await PublishSite.run(terminal) {
      do {
        try finish(try await publish(terminal), terminal)
      } catch PublishError.locked where skipIfLocked {
        throw ExitCode.success
      }
    }
  }

  private func publish(_ terminal: Terminal) async throws -> PublishReport {
    let path = try PublishSite.path(config)
    let configuration = try ConfigurationReader.read(path)
    var options = Publisher.Options(now: try Clock.moment(asOf, in: configuration.timeZone))
    options.output = output
    options.isDry = dryRun
    options.isOffline = offline
    options.gates = try gates(configuration.publishing.gates)
    let progress = ProgressLine(terminal: terminal)
    if terminal.errorIsTerminal, !quiet { options.progress = { progress.show($0, of: $1) } }
    defer { progress.clear() }
    return try await Publisher(path, options: options).run()
  }

  private func gates(_ configured: PublishGates) throws(SourceProblem) -> PublishGates {
    var gates = configured
    if let maxNew { gates.maxNew = try limit(maxNew, "--max-new") }
    if let maxReidentified {
      gates.maxReidentified = try limit(maxReidentified, "--max-reidentified")
    }
    if let maxRemoved { gates.maxRemoved = try limit(maxRemoved, "--max-removed") }
    if let minEntries {
      guard minEntries >= 0 else {
        throw SourceProblem(path: "--min-entries", message: "there cannot be fewer than no entries")
      }
      gates.minEntries = minEntries
    }
    return gates
  }

  private func limit(_ text: String, _ option: String) throws(SourceProblem) -> ChangeLimit {
    guard let limit = ChangeLimit(text) else {
      throw SourceProblem(
        path: option,
        message: "“\(text)” is no number of entries",
        help: "write a number, or a share such as 10%"
      )
    }
    return limit
  }

  private func finish(_ report: PublishReport, _ terminal: Terminal) throws {
    for warning in report.warnings { terminal.showWarning(warning) }
    switch report.outcome {
    case .invalid: try showInvalid(report, terminal)
    case .refused: try showRefused(report, terminal)
    case .waiting(let path):
      if verbose { terminal.print(["waiting: \(path) was written to a moment ago"]) }
    case .unchanged:
      if verbose, !quiet { terminal.print(PublishText.unchanged(report)) }
    case .published: if !quiet { terminal.print(PublishText.published(report, isVerbose: verbose)) }
    case .rehearsed:
      if !quiet {
        try terminal.write(
          try PublishText.differences(report.changes, terminal, isVerbose: verbose)
        )
        terminal.print(["", "nothing was written: this was a rehearsal"])
      }
    }
    if report.hasStaleSource { throw ExitCode(PublishExit.unavailable) }
  }

  private func showInvalid(_ report: PublishReport, _ terminal: Terminal) throws -> Never {
    let problems = (report.build?.problems ?? []) + (report.build?.conflicts ?? [])
    let refusals = report.build?.refusals ?? []
    for problem in problems { terminal.show(problem) }
    for refusal in refusals { terminal.show(refusal) }
    var count = problems.count + refusals.count
    for change in report.changes {
      for finding in change.errors { terminal.show(finding, in: change.path) }
      count += change.errors.count
    }
    terminal.showSummary(of: count)
    throw ExitCode(problems.isEmpty ? PublishExit.refused : PublishExit.data)
  }

  private func showRefused(_ report: PublishReport, _ terminal: Terminal) throws -> Never {
    let groups = RefusalGroup.of(report)
    var worst: [PublishReport.Change] = []
    for group in groups where !worst.contains(where: { $0.path == group.change.path }) {
      worst.append(group.change)
    }
    let shown = verbose ? report.refused : worst
    let text = try PublishText.differences(shown, terminal, isVerbose: verbose)
    if quiet { terminal.writeError(text) } else { try terminal.write(text) }
    for group in groups {
      let others =
        group.others == 0
        ? "" : "; and so in \(Amounts.counted(group.others, "other feed", "other feeds"))"
      terminal.showError(
        group.refusal.message + others,
        at: group.change.path,
        help: group.refusal.help
      )
    }
    terminal.writeError("nothing was published.\n")
    throw ExitCode(PublishExit.refused)
  }
}
