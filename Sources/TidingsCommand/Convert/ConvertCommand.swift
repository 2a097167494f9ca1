import ArgumentParser
import FeedFetching
import FeedFormats
import FeedPublishing
import FeedSources

struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turns a feed of any format into RSS, Atom or JSON Feed.",
    discussion: """
      Reads RSS, Atom and JSON Feed of all versions, as leniently as feed readers do, and writes what \
      build would write. Ids, dates and contents are kept; what the new format cannot carry, and what \
      had to be guessed, is told on standard error. The result is checked against its grammar before \
      a byte of it is written.

      Exit status: 0 written and valid, 1 refused because the result would be invalid, 2 trouble with \
      the feed, the network or the file system.
      """
  )

  @Option(
    help: ArgumentHelp(
      "The new format: rss, atom or json; from the output's name where there is one.",
      valueName: "format"
    )
  )
  var to: FeedFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, instead of standard output.", valueName: "file")
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The address that the result will have. Without it the result names none.",
      valueName: "url"
    )
  )
  var url: String?

  @Option(
    help: ArgumentHelp(
      "The address that the feed was published at, for what is relative in it.",
      valueName: "url"
    )
  )
  var location: String?

  @Flag(help: "Convert what there is of a feed that breaks off.")
  var partial = false

  @OptionGroup var fetching: FetchArguments

  @Flag(name: .shortAndLong, help: "Print nothing unless something is wrong.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "List everything that is not carried, and every guess.")
  var verbose = false

  @Argument(help: ArgumentHelp("A feed, its address, or -.", valueName: "feed"))
  var input: String

  func run() async throws {
    let terminal = Terminal()
    do {
      let result = try convert(to: format(), terminal)
      try check(result, terminal)
      let outcome = try write(result, terminal)
      guard !quiet else { return }
      let text = ConversionText(result, input: inputName, isVerbose: verbose)
      terminal.writeError(text.text(output: output, outcome: outcome))
    } catch let problem as SourceProblem {
      terminal.show(problem)
      throw ExitCode(2)
    } catch let error as FileError {
      try terminal.fail(error)
    }
  }

  private var inputName: String { input == "-" ? "standard input" : input }

  private func format() throws(SourceProblem) -> FeedFormat {
    try fetching.check()
    try FetchArguments.check(url, option: "--url")
    try FetchArguments.check(location, option: "--location")
    if let to { return to }
    guard let output else {
      throw SourceProblem(path: "--to", message: "into what? Say rss, atom or json")
    }
    guard let format = FeedFormat(fileName: output) else {
      throw SourceProblem(
        path: "--output",
        message: "the name “\(output)” does not tell the format",
        help: "say it: --to rss, --to atom or --to json"
      )
    }
    return format
  }

  private func convert(
    to format: FeedFormat,
    _ terminal: Terminal
  ) throws -> ConvertedFeed {
    var options = FeedConverter.Options(to: format, url: url)
    options.reading.documentURL = location
    guard FetchArguments.isAddress(input) else {
      let converter = FeedConverter(options)
      var bytes = try DocumentBytes(input, keepsPipe: false)
      var failure: FileError?
      try bytes.read {
        do throws(FileError) { try converter.consume($0) } catch { failure = error }
        return failure == nil
      }
      if let failure { throw failure }
      return try converter.finish()
    }
    return try fetch(options)
  }

  private func fetch(_ options: FeedConverter.Options) throws -> ConvertedFeed {
    var options = options
    var converter = FeedConverter(options)
    var failure: FileError?
    do throws(FetchError) {
      _ = try FeedFetcher.fetch(input, options: fetching.options) { head in
        options.reading.charset = head.contentType?.charset
        options.reading.documentURL = location ?? head.url
        converter = FeedConverter(options)
      } onBytes: { bytes in
        do throws(FileError) { try converter.consume(bytes) } catch { failure = error }
        return failure == nil ? .goOn : .stop
      }
    } catch {
      throw SourceProblem(path: input, message: "cannot fetch it: \(error.advice)")
    }
    if let failure { throw failure }
    return try converter.finish()
  }

  /// Says why there is nothing to be written.
  private func check(_ result: ConvertedFeed, _ terminal: Terminal) throws {
    let original = result.original
    guard original.isFeed else {
      if case .opml = original.kind {
        throw SourceProblem(
          path: inputName,
          message: "it is a list of feeds, which has no entries",
          help: "convert the feeds that it names"
        )
      }
      throw SourceProblem(
        path: inputName,
        message: "it is no feed",
        help: "tidings validate says what it is"
      )
    }
    guard original.isComplete || partial else {
      let place = original.notes.last { $0.kind == .syntax }
      throw SourceProblem(
        path: inputName,
        line: place?.position.line,
        column: place?.position.column,
        message: "the feed breaks off: \(place?.message ?? "its end is missing")",
        help: "--partial converts what was read, "
          + Amounts.counted(original.entryCount, "entry", "entries")
      )
    }
    guard result.refusals.isEmpty else {
      for finding in result.refusals { terminal.show(finding, in: output ?? "the result") }
      terminal.showSummary(of: result.refusals.count)
      throw ExitCode(1)
    }
  }

  private func write(
    _ result: ConvertedFeed,
    _ terminal: Terminal
  ) throws(FileError) -> BuildReport.Document.Outcome? {
    if let output { return try result.write(to: output) }
    try result.read { (bytes) throws(FileError) in try terminal.write(Array(bytes)) }
    return nil
  }
}

extension FeedFormat: ExpressibleByArgument {}
