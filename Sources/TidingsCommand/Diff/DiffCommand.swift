import ArgumentParser
import FeedDiff
import FeedJSON
import FeedPublishing
import FeedSources
import FeedValidation

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changed between two versions of a feed, entry by entry.",
    discussion: """
      A version is a file, an address, - for standard input, or REVISION:PATH for what a file was in \
      a revision of git, such as HEAD:feed.xml. Two folders are compared feed by feed. The formats may \
      differ: then what both have is compared.

      Without versions it tells what the last build of the site changed, and with --since what changed \
      since a build or a date; tidings history lists the builds.

      Entries are recognized by their ids; those that have other ids by what else is theirs: address, \
      link, file, title and day, text. What changes with each build (the feed's date, its generator, \
      the spelling of XML, order) is left out unless --all asks for it.

      Exit status: 0 no difference, 1 differences (with --fail-on: those that it names), 2 trouble, \
      also when the two seem to be different feeds.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, html, atom
  }

  @Option(help: "How the report is written.")
  var format = Format.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, instead of standard output; a feed of changes keeps what it had.",
      valueName: "file"
    )
  )
  var output: String?

  @Flag(help: "Tell what changes with each build, too.")
  var all = false

  @Flag(help: "Take entries with nearly the same title and text for one.")
  var guess = false

  @Option(
    help: ArgumentHelp(
      "How many entries the feed holds at most: what is older ages out.",
      valueName: "n"
    )
  )
  var limit: Int?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Leave with status 1 only for these: added, backfilled, changed, reidentified, removed, "
        + "aged-out, duplicates, id-reused; each with how many are fine (removed=3, changed=10%).",
      valueName: "kind,…"
    )
  )
  var failOn: [String] = []

  @Flag(
    inversion: .prefixedNo,
    help: "Tell what feed readers with known rules will show their subscribers."
  )
  var forecast = true

  @Flag(help: "Compare also what seems to be two different feeds.")
  var unrelated = false

  @Flag(help: "Compare what there is of feeds that break off.")
  var partial = false

  @Option(
    help: ArgumentHelp(
      "The address that the feeds are published at, for what is relative in them.",
      valueName: "url"
    )
  )
  var location: String?

  @OptionGroup var fetching: FetchArguments

  @Flag(name: .shortAndLong, help: "Print nothing: the exit status says it.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "List every entry, and show every place of a text.")
  var verbose = false

  @Option(
    help: ArgumentHelp(
      "Compare what is now with what was after a build, by its number, or on a date.",
      valueName: "build|date"
    )
  )
  var since: String?

  @Option(name: .shortAndLong, help: "The configuration of the site, for what builds changed.")
  var config: String?

  @Argument(help: ArgumentHelp("The old version.", valueName: "old"))
  var old: String?

  @Argument(help: ArgumentHelp("The new version.", valueName: "new"))
  var new: String?

  func run() async throws {
    let terminal = Terminal()
    do {
      try fetching.check()
      try FetchArguments.check(location, option: "--location")
      let gates = try DiffGates(failOn)
      let comparison = try comparison()
      var report = try report(comparison, terminal)
      var bytes: [UInt8] = []
      var outcome = Outcome()
      report.begin(into: &bytes)
      for pair in comparison.pairs {
        let feed = try await compare(pair)
        if !comparison.isOfMany { try refuseStrangers(feed) }
        outcome.add(feed, gates, showsAll: all)
        if !quiet { try report.add(feed, into: &bytes) }
        if output == nil, !quiet, format != .atom {
          try terminal.write(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      report.end(into: &bytes)
      if let output {
        try WholeFile.write(bytes, to: output)
      } else if !quiet {
        try terminal.write(bytes)
      }
      try leave(outcome, terminal)
    } catch let problem as SourceProblem {
      terminal.show(problem)
      throw ExitCode(2)
    } catch let error as FileError {
      try terminal.fail(error)
    }
  }

  /// What is compared.
  private struct Comparison {
    var title: String
    var pairs: [VersionPairs.Pair]
    /// Whether it is about feeds that were found, and not about one that was named.
    var isOfMany: Bool
  }

  private func comparison() throws(SourceProblem) -> Comparison {
    if let old, let new {
      guard since == nil else {
        throw SourceProblem(
          path: "--since",
          message: "it is about builds, and two versions are named",
          help: "leave one of them out"
        )
      }
      let versions = try VersionPairs(old, new)
      return Comparison(
        title: "\(old) → \(new)",
        pairs: versions.pairs,
        isOfMany: versions.isOfFolders
      )
    }
    if let old {
      throw SourceProblem(
        path: old,
        message: "with what is it to be compared?",
        help: "name two versions, such as HEAD:\(old) \(old), or none for the last build"
      )
    }
    let builds = try BuildVersions(SiteHistory(config: config), since: since)
    return Comparison(title: builds.title, pairs: builds.pairs, isOfMany: true)
  }

  /// What came of all feeds.
  private struct Outcome {
    var isDifferent = false
    var refusals: [String] = []

    mutating func add(_ feed: ComparedFeed, _ gates: DiffGates, showsAll: Bool) {
      let difference = feed.difference
      let isSame =
        showsAll ? difference.summary.isEmpty && difference.feedFields.isEmpty : difference.isEmpty
      if !isSame || feed.presence != .both { isDifferent = true }
      refusals += gates.refusals(difference).map { "\(feed.newName): \($0)" }
    }
  }

  private func compare(_ pair: VersionPairs.Pair) async throws -> ComparedFeed {
    let reader = VersionReader(
      fetching: fetching.options,
      location: location,
      takesParts: partial
    )
    // Both at once: reading is most of the work.
    async let before = pair.old.map { try reader.read($0) }
    async let after = pair.new.map { try reader.read($0) }
    let (old, new) = (try await before, try await after)
    let kind = (new ?? old)?.kind ?? .unknown
    var options = FeedDifference.Options()
    options.limit = limit
    options.guesses = guess
    var feed = ComparedFeed(
      oldName: pair.name ?? pair.old?.name ?? "",
      newName: pair.name ?? pair.new?.name ?? "",
      difference: try FeedDifference(
        old: old ?? .empty(kind),
        new: new ?? .empty(kind),
        options: options
      ),
      presence: old == nil ? .new : new == nil ? .old : .both
    )
    if forecast, !quiet, format != .atom, feed.presence == .both {
      feed.forecast = try Forecast(feed.difference, now: Clock.now())
    }
    return feed
  }

  private func refuseStrangers(_ feed: ComparedFeed) throws(SourceProblem) {
    let difference = feed.difference
    guard difference.isOfTwoFeeds, !unrelated else { return }
    throw SourceProblem(
      path: feed.newName,
      message: "is this another feed? Of \(difference.old.count) entries of \(feed.oldName), "
        + "\(difference.summary.removed) are not in it",
      help: "--unrelated compares them all the same"
    )
  }

  private func report(
    _ comparison: Comparison,
    _ terminal: Terminal
  ) throws(FileError) -> any DiffReport {
    switch format {
    case .text:
      let hasColours = terminal.outputHasColours && output == nil
      var options = TextDiffReport.Options(style: TerminalStyle(hasColours: hasColours))
      options.isVerbose = verbose
      options.showsVolatile = all
      options.isOfFolders = comparison.isOfMany
      return TextDiffReport(options)
    case .json: return JSONDiffReport(isOfFolders: comparison.isOfMany)
    case .markdown: return MarkdownDiffReport()
    case .html: return HTMLDiffReport(title: comparison.title)
    case .atom: return ChangeFeed(now: Clock.now(), before: try former())
    }
  }

  /// The feed of changes as it is, if there is one.
  private func former() throws(FileError) -> [UInt8] {
    guard let output, FileSystem.kind(of: output) == .file else { return [] }
    var file = FileReader()
    try file.open(output)
    try file.readToEnd(limit: 64 << 20)
    return Array(file.bytes)
  }

  private func leave(_ outcome: Outcome, _ terminal: Terminal) throws {
    guard failOn.isEmpty else {
      guard !outcome.refusals.isEmpty else { return }
      if !quiet { terminal.showError("refused: \(outcome.refusals.joined(separator: "; "))") }
      throw ExitCode(1)
    }
    if outcome.isDifferent { throw ExitCode(1) }
  }
}
