import ArgumentParser
import FeedPublishing
import FeedSources
import FeedValidation

extension IDsCommand {
  struct AdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "adopt",
      abstract: "Takes the ids that subscribers know from the feed that is published now.",
      discussion: """
        Recognizes the feed's entries among the posts that build would take today, by id, address, \
        link, file, title and day, or text, and adds their ids to the ledger. To be run before the \
        first build of a site that moved to Tidings, or to another address.

        Exit status: 0 every entry has its post, 1 some could not be adopted, 2 trouble.
        """
    )

    @Option(name: .shortAndLong, help: "The configuration; tidings.yml unless told otherwise.")
    var config: String?

    @Flag(help: "Say what would be adopted, and write nothing.")
    var dryRun = false

    @Flag(
      help: ArgumentHelp(
        "Replace ids that the ledger has, and take a feed that seems to be another site's."
      )
    )
    var force = false

    @Flag(help: "Take entries with nearly the same title and text for the same.")
    var guess = false

    @Flag(help: "Take what there is of a feed that breaks off.")
    var partial = false

    @Option(
      help: ArgumentHelp(
        "The address that the feed was published at, for what is relative in it.",
        valueName: "url"
      )
    )
    var location: String?

    @OptionGroup var fetching: FetchArguments

    @Flag(name: .shortAndLong, help: "List everything that was adopted, and every other entry.")
    var verbose = false

    @Argument(
      help: ArgumentHelp("A feed, its address, REVISION:PATH, or -.", valueName: "old-feed")
    )
    var feed: String

    func run() async throws {
      let terminal = Terminal()
      do {
        let adoption = try await adoption()
        let isRefused = adoption.isOfAnotherSite && !force
        if !dryRun, !isRefused { try adoption.write() }
        let text = AdoptionText(
          adoption,
          isVerbose: verbose,
          isDry: dryRun || isRefused
        )
        terminal.print(text.lines)
        for refusal in adoption.refusals { terminal.show(refusal) }
        if isRefused {
          terminal.showError(
            "the feed seems to be another site's, so nothing was adopted",
            at: feed,
            help: "--force takes it all the same"
          )
        }
        if isRefused || !adoption.refusals.isEmpty || !adoption.strangers.isEmpty {
          throw ExitCode(1)
        }
      } catch let problem as SourceProblem {
        terminal.show(problem)
        throw ExitCode(2)
      } catch let error as FileError {
        try terminal.fail(error)
      }
    }

    private func adoption() async throws -> IDAdoption {
      try fetching.check()
      try FetchArguments.check(location, option: "--location")
      let site = try IDsCommand.configuration(config)
      guard site.ledger != .none else {
        throw SourceProblem(
          path: config ?? ConfigurationReader.fileName,
          message: "this site keeps no ledger of ids",
          help: "take `ids: false` out of it"
        )
      }
      let reader = VersionReader(
        fetching: fetching.options,
        location: location,
        takesParts: partial
      )
      let old = try reader.read(FeedVersion(feed))
      var options = IDAdoption.Options(now: Clock.now())
      options.guesses = guess
      options.replacesKnown = force
      return try await IDAdoption(of: old, into: site, options: options)
    }
  }
}

extension Terminal {
  /// Shows why a post does not get the id of an entry.
  fileprivate func show(_ refusal: IDAdoption.Refusal) {
    let title = refusal.entry.title.map { " of “\(TerminalStyle.harmless($0))”" } ?? ""
    showError(
      "cannot take the id \(TerminalStyle.harmless(refusal.entry.id))\(title): \(refusal.reason)",
      at: refusal.path,
      help: refusal.help
    )
  }
}
