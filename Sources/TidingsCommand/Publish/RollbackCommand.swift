import ArgumentParser
import FeedPublishing
import FeedSources

struct RollbackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Brings the feeds of an earlier build back.",
    discussion: """
      Says first what subscribers will see of it. The last ten builds of tidings publish are kept; \
      tidings history lists them. Publishing rests then until a source changes.

      Exit status: 0 done or nothing to do, otherwise as tidings publish; 66 there is no such build.
      """
  )

  @Option(name: .shortAndLong, help: "The configuration; tidings.yml unless told otherwise.")
  var config: String?

  @Option(name: .shortAndLong, help: "The folder of the feeds, instead of the configuration's.")
  var output: String?

  @Flag(help: "Show what would be done, and touch nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "List everything that changes.")
  var verbose = false

  @Argument(
    help: ArgumentHelp(
      "The build's number; the one before the last without it.",
      valueName: "build"
    )
  )
  var build: Int64?

  private static let noInput: Int32 = 66

  func run() async throws {
    let terminal = Terminal()
    try await PublishSite.run(terminal) {
      var options = Publisher.Options(now: Clock.now())
      options.output = output
      options.isDry = dryRun
      let publisher = try Publisher(try PublishSite.path(config), options: options)
      do {
        try show(try await Rollback(publisher).run(to: build), terminal)
      } catch let error as RollbackError {
        terminal.showError(Self.words(error), help: "tidings history lists the builds")
        throw ExitCode(Self.noInput)
      }
    }
  }

  private func show(_ report: Rollback.Report, _ terminal: Terminal) throws {
    guard report.files > 0 else {
      terminal.print(["the feeds are those of build \(report.build)"])
      return
    }
    try terminal.write(
      try PublishText.differences(report.changes, terminal, isVerbose: verbose)
    )
    let files = Amounts.counted(report.files, "file", "files")
    guard !report.isDry else {
      terminal.print(["", "nothing was written: \(files) would be those of build \(report.build)"])
      return
    }
    terminal.print(["", "\(files) brought back from build \(report.build)"])
    if !report.rests {
      terminal.showWarning(
        "the next run of tidings publish publishes the sources as they are",
        help: "mend them first, or stop it"
      )
    }
  }

  private static func words(_ error: RollbackError) -> String {
    switch error {
    case .nothingKept: "there is no build to go back to"
    case .noSuchBuild(let build): "there is no build \(build)"
    case .notKept(let build, let oldest):
      "the feeds of build \(build) are not kept any more; the oldest that are belong to \(oldest)"
    }
  }
}
