import ArgumentParser
import FeedFetching
import FeedPublishing
import FeedSources
import FeedValidation

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Says what is wrong with feeds: where, why it matters, and what to do.",
    discussion: """
      Takes RSS, Atom, JSON Feed and OPML. A folder stands for the feeds in it; - is standard \
      input; addresses on the web are fetched.

      --fix mends what can be mended without a guess: the form of dates, references, namespaces and \
      the like, but never what entries are known by. It shows the differences and replaces the file; \
      of standard input the mended document goes to standard output and the report to standard \
      error, and of addresses the differences are shown. --diff shows them and changes nothing.

      Exit status: 0 no errors, 1 errors (with --strict: or warnings), 2 something could not be \
      checked.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github, junit
  }

  @Option(help: "How the report is written.")
  var format = Format.text

  @Flag(inversion: .prefixedNo, help: "Warnings count as errors.")
  var strict: Bool?

  @Flag(help: "Tell only how often each rule is broken.")
  var statistics = false

  @Flag(help: "Mend what can be mended without a guess, and tell what is left.")
  var fix = false

  @Flag(help: "Show what --fix would change, as a diff; the report goes to standard error.")
  var diff = false

  @Option(
    help: ArgumentHelp("How many diagnostics of a file are told, the worst.", valueName: "n")
  )
  var maxDiagnostics = 200

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Rules that are not looked for.", valueName: "rule,…")
  )
  var disable: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Rules that are looked for in any case.", valueName: "rule,…")
  )
  var enable: [String] = []

  @Option(
    name: .customLong("rule"),
    parsing: .singleValue,
    help: ArgumentHelp("How bad a rule is: error, warning, info, off.", valueName: "rule=severity")
  )
  var rules: [String] = []

  @Option(help: ArgumentHelp("Findings that are known, and not told.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write what is found to a baseline, and report nothing.", valueName: "file")
  )
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp(
      "The address that the feed is published at; of several, their folder's, with a slash.",
      valueName: "url"
    )
  )
  var location: String?

  @OptionGroup var fetching: FetchArguments

  @Option(
    name: .shortAndLong,
    help: "The configuration; tidings.yml where there is one."
  )
  var config: String?

  @Flag(name: .shortAndLong, help: "Print diagnostics and nothing else.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show notes, too, and what each file is.")
  var verbose = false

  @Argument(help: ArgumentHelp("Feeds, folders of feeds, addresses, or -.", valueName: "path"))
  var paths: [String]

  func run() async throws {
    let terminal = Terminal()
    do {
      try checkArguments()
      let configuration = try readConfiguration()
      let isStrict = strict ?? configuration.isStrict
      let check = try documentCheck(configuration, terminal)
      let inputs = ValidateInputs(paths, published: location)
      var run = ValidateRun(
        check,
        writer: writer(terminal, isStrict: isStrict),
        learning: writeBaseline.map { BaselineFile(path: $0) },
        reportsToError: reportsToError,
        terminal: terminal
      )
      try await run.run(inputs.inputs)
      if !quiet { tell(of: inputs.skipped, terminal) }
      if let learnt = run.learnt {
        guard run.total.failures == 0 else {
          terminal.showNote("\(learnt.path) was not written, as not everything could be checked")
          throw ExitCode(2)
        }
        try learnt.write()
        if !quiet {
          let count = learnt.baseline.count
          terminal.showNote("wrote \(learnt.path): \(count) known finding\(count == 1 ? "" : "s")")
        }
        return
      }
      try leave(run.total, isStrict: isStrict)
    } catch let problem as SourceProblem {
      terminal.show(problem)
      throw ExitCode(2)
    } catch let error as FileError {
      try terminal.fail(error)
    }
  }

  private func leave(_ total: ReportTotal, isStrict: Bool) throws {
    if total.failures > 0 { throw ExitCode(2) }
    if total.found.errors > 0 || isStrict && total.found.warnings > 0 { throw ExitCode(1) }
  }

  private func checkArguments() throws(SourceProblem) {
    guard maxDiagnostics >= 0 else {
      throw SourceProblem(path: "--max-diagnostics", message: "a number below 0 makes no sense")
    }
    try fetching.check()
    guard writeBaseline == nil || !fix && !diff else {
      throw SourceProblem(
        path: "--write-baseline",
        message: "a baseline is of what is not mended",
        help: "mend first, and write the baseline then"
      )
    }
    guard !statistics || format == .text else {
      throw SourceProblem(
        path: "--statistics",
        message: "it is for people, and has no other format",
        help: "take the diagnostics of --format \(format.rawValue) and count them"
      )
    }
    guard paths.filter({ $0 == "-" }).count < 2 else {
      throw SourceProblem(path: "-", message: "standard input can be read once")
    }
    guard let location else { return }
    try FetchArguments.check(location, option: "--location")
    let isOne = paths.count == 1 && FileSystem.kind(of: paths[0]) != .folder
    guard isOne || location.hasSuffix("/") else {
      throw SourceProblem(
        path: "--location",
        message: "several files cannot have one address",
        help: "give their folder's, with a slash at the end"
      )
    }
  }

  private func readConfiguration() throws(SourceProblem) -> ValidationConfiguration {
    if let config { return try ConfigurationReader.readValidation(config) }
    guard let path = try ConfigurationReader.find() else { return ValidationConfiguration() }
    return try ConfigurationReader.readValidation(path)
  }

  private func documentCheck(
    _ configuration: ValidationConfiguration,
    _ terminal: Terminal
  ) throws(SourceProblem) -> DocumentCheck {
    var known: BaselineFile?
    if writeBaseline == nil, let baseline {
      known = try BaselineFile(reading: baseline)
    } else if writeBaseline == nil, let place = configuration.baseline {
      known = try BaselineFile(configured: place)
    }
    let settings = ValidationSettings(
      now: Clock.now().secondsSince1970,
      severities: try RuleOptions.severities(
        configured: configuration.severities,
        disabled: disable,
        enabled: enable,
        set: rules
      )
    )
    return DocumentCheck(
      settings: settings,
      limit: maxDiagnostics,
      showsSource: format == .text && !isSilent,
      tellsFixes: [.text, .json, .sarif].contains(format) && !isSilent,
      mending: diff ? .show : fix ? .write : nil,
      diffStyle: diffStyle(terminal),
      baseline: known,
      learns: writeBaseline != nil,
      fetching: fetching.options
    )
  }

  /// Whether no diagnostic is told.
  private var isSilent: Bool { writeBaseline != nil || statistics }

  /// Whether standard output is taken.
  private var reportsToError: Bool { diff || fix && paths.contains("-") }

  private func diffStyle(_ terminal: Terminal) -> DocumentCheck.DiffStyle? {
    guard diff || fix && format == .text && !reportsToError else { return nil }
    return DocumentCheck.DiffStyle(
      style: TerminalStyle(hasColours: terminal.outputHasColours),
      isForTerminal: terminal.outputIsTerminal
    )
  }

  private func writer(_ terminal: Terminal, isStrict: Bool) -> any ReportWriter {
    let hasColours = reportsToError ? terminal.errorHasColours : terminal.outputHasColours
    let style = TerminalStyle(hasColours: hasColours)
    if statistics { return StatisticsReport(style: style, showsNotes: verbose) }
    return switch format {
    case .text:
      TextReport(
        TextReport.Options(
          style: style,
          width: terminal.outputWidth.map { min(max($0, 40), 200) } ?? 100,
          isVerbose: verbose,
          isQuiet: quiet,
          isStrict: isStrict
        )
      )
    case .json: JSONReport()
    case .sarif: SARIFReport(version: Tidings.version)
    case .github: GitHubReport(isStrict: isStrict, showsNotes: verbose)
    case .junit: JUnitReport(isStrict: isStrict)
    }
  }

  /// How many names are told unless all are asked for.
  private static let examples = 3

  private func tell(of skipped: [(folder: String, names: [String])], _ terminal: Terminal) {
    for (folder, names) in skipped {
      let shown = verbose ? names[...] : names.prefix(Self.examples)
      var list = shown.map { TerminalStyle.harmless($0) }.joined(separator: ", ")
      if shown.count < names.count { list += " and \(names.count - shown.count) more" }
      let what =
        names.count == 1 ? "1 file that is no feed" : "\(names.count) files that are no feeds"
      terminal.showNote("\(TerminalStyle.harmless(folder)): skipped \(what): \(list)")
    }
  }
}
