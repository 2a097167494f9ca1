import ArgumentParser
import FeedFormats

/// Generates what is measured. A process of its own, since Linux counts the most memory that a
/// parent had as its children's.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes posts or a feed, the same bytes on every machine.",
    subcommands: [Posts.self, GeneratedFeed.self]
  )

  struct Posts: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes posts in Markdown.")

    @Option(help: "How many.")
    var count: Int

    @Argument(help: "The folder that they are written to.")
    var folder: String

    func run() throws {
      try PostGenerator(count: count).write(to: folder)
    }

    /// Has posts written, unless they are there.
    static func write(_ count: Int, to folder: String) throws {
      _ = try Measurement(
        of: [Programs.benchmark, "generate", "posts", "--count", String(count), folder]
      )
    }
  }

  struct GeneratedFeed: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "feed",
      abstract: "Writes a feed with full content."
    )

    @Option(help: "rss or atom.")
    var format = FeedFormat.rss.rawValue

    @Option(help: "About how long it is, in megabytes.")
    var megabytes: Int?

    @Option(help: "How many entries it has, instead.")
    var entries: Int?

    @Flag(help: "Entries have no content.")
    var brief = false

    @Option(help: "Every so manieth entry is edited.")
    var editedEvery: Int?

    @Argument(help: "The file that it is written to.")
    var path: String

    func run() throws {
      guard let format = FeedFormat(rawValue: format), format != .json else {
        throw ValidationError("--format is rss or atom")
      }
      guard
        let length = megabytes.map(FeedGenerator.Length.megabytes)
          ?? entries.map(FeedGenerator.Length.entries)
      else {
        throw ValidationError("--megabytes or --entries says how long it is")
      }
      var generator = FeedGenerator(format: format, length: length)
      generator.isBrief = brief
      generator.editedEvery = editedEvery
      try generator.write(to: path)
    }

    /// Has a feed written, unless it is there, and returns where.
    static func write(_ format: FeedFormat, megabytes: Int, to folder: String) throws -> String {
      let path = "\(folder)/\(megabytes)-\(format.rawValue).xml"
      try BenchmarkFiles.makeFolder(folder)
      _ = try Measurement(
        of: [
          Programs.benchmark, "generate", "feed", "--format", format.rawValue,
          "--megabytes", String(megabytes), path,
        ]
      )
      return path
    }
  }
}
