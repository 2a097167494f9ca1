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

      Entries are recognized by their ids; those that have other ids by what else is theirs: address, \
      link, file, title and day, text. What changes with each build (the feed's date, its generator, \
      the spelling of XML, order) is left out unless --all asks for it.

      Exit status: 0 no difference, 1 differences (with --fail-on: those that it names), 2 trouble, \
      also when the two seem to be different feeds.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How the report is written.")
  var format = Format.text

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

  @Argument(help: ArgumentHelp("The old version.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The new version.", valueName: "new"))
  var new: String

  func run() async throws {
    let terminal = Terminal()
    do {
      try fetching.check()
      try FetchArguments.check(location, option: "--location")
      let gates = try DiffGates(failOn)
      let feed = try await compare()
      try refuseStrangers(feed)
      if !quiet { try terminal.write(try report(feed, terminal)) }
      try leave(feed.difference, gates, terminal)
    } catch let problem as SourceProblem {
      terminal.show(problem)
      throw ExitCode(2)
    } catch let error as FileError {
      try terminal.fail(error)
    }
  }

  private func compare() async throws -> ComparedFeed {
    let (oldVersion, newVersion) = (FeedVersion(old), FeedVersion(new))
    if oldVersion == .standardInput, newVersion == .standardInput {
      throw SourceProblem(path: "-", message: "standard input can be read once")
    }
    let reader = VersionReader(
      fetching: fetching.options,
      location: location,
      takesParts: partial
    )
    // Both at once: reading is most of the work.
    async let before = reader.read(oldVersion)
    async let after = reader.read(newVersion)
    var options = FeedDifference.Options()
    options.limit = limit
    options.guesses = guess
    return ComparedFeed(
      oldName: oldVersion.name,
      newName: newVersion.name,
      difference: try FeedDifference(old: await before, new: await after, options: options)
    )
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

  private func report(_ feed: ComparedFeed, _ terminal: Terminal) throws(FileError) -> [UInt8] {
    switch format {
    case .text:
      var options = TextDiffReport.Options(
        style: TerminalStyle(hasColours: terminal.outputHasColours)
      )
      options.isVerbose = verbose
      options.showsVolatile = all
      var output: [UInt8] = []
      try TextDiffReport(options).write(feed, into: &output)
      return output
    case .json:
      var json = JSONSerializer(.indented)
      json.beginObject()
      JSONDiffReport.write(feed, into: &json)
      json.endObject()
      json.endLine()
      return json.bytes
    }
  }

  private func leave(
    _ difference: FeedDifference,
    _ gates: DiffGates,
    _ terminal: Terminal
  ) throws {
    guard failOn.isEmpty else {
      let refusals = gates.refusals(difference)
      guard !refusals.isEmpty else { return }
      if !quiet { terminal.showError("refused: \(refusals.joined(separator: "; "))") }
      throw ExitCode(1)
    }
    let isSame =
      all ? difference.summary.isEmpty && difference.feedFields.isEmpty : difference.isEmpty
    if !isSame { throw ExitCode(1) }
  }
}
