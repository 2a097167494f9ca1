import ArgumentParser
import FeedJSON
import FeedModel
import FeedPublishing
import FeedSources
import FeedValidation

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows how publishing is doing: the last builds, who waits to be told, what is due.",
    discussion: """
      Writes nothing, and disturbs no run that is at work.

      Exit status: 0, 69 when a run was killed and none has completed it yet, otherwise as \
      tidings publish.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How it is written.")
  var format = Format.text

  @Option(help: ArgumentHelp("How many builds are listed.", valueName: "n"))
  var limit = 5

  @Option(name: .shortAndLong, help: "The configuration; tidings.yml unless told otherwise.")
  var config: String?

  @Option(name: .shortAndLong, help: "The folder of the feeds, instead of the configuration's.")
  var output: String?

  func run() async throws {
    let terminal = Terminal()
    try await PublishSite.run(terminal) {
      guard limit > 0 else {
        throw SourceProblem(path: "--limit", message: "a number below 1 makes no sense")
      }
      var options = Publisher.Options(now: Clock.now())
      options.output = output
      let publisher = try Publisher(try PublishSite.path(config), options: options)
      let status = try await publisher.status(builds: limit)
      switch format {
      case .text: terminal.print(Self.lines(status))
      case .json: try terminal.write(Self.json(status))
      }
      if status.unfinished > 0, !status.isRunning {
        throw ExitCode(PublishExit.unavailable)
      }
    }
  }

  private static func lines(_ status: PublishStatus) -> [String] {
    var lines: [String] = []
    if status.isRunning { lines.append("a run is at work") }
    if status.unfinished > 0, !status.isRunning {
      let files = Amounts.counted(status.unfinished, "file", "files")
      lines.append("a run was killed: the next one puts \(files) in place")
    }
    if status.builds.isEmpty {
      lines.append("nothing was published yet")
    } else {
      lines.append("last builds")
      lines += status.builds.map(BuildLine.text)
    }
    if let oldest = status.kept.first {
      lines.append("tidings rollback can go back to build \(oldest)")
    }
    if !status.sources.sources.isEmpty {
      lines += SourceText(status.sources, isVerbose: true).lines
    }
    if !status.waiting.isEmpty {
      lines.append("waiting to be told")
      lines += TextTable.lines(
        status.waiting.map { item in
          [
            "  \(item.kind)", TerminalStyle.harmless(item.target),
            TerminalStyle.harmless(item.topic), "due \(RFC3339.string(item.due.utc))",
            item.trouble.map { "tried \(item.attempts): \(TerminalStyle.harmless($0))" } ?? "",
          ]
        }
      )
    }
    if let date = status.nextChange { lines.append("next due: \(RFC3339.string(date.utc))") }
    return lines
  }

  private static func json(_ status: PublishStatus) -> [UInt8] {
    var json = JSONSerializer(.indented)
    json.beginObject()
    json.member("running", status.isRunning)
    json.member("unfinished", status.unfinished)
    json.member("nextDue", status.nextChange.map { RFC3339.string($0.utc) })
    json.key("builds")
    json.beginArray()
    for build in status.builds {
      json.beginObject()
      json.member("build", Int(build.id))
      json.member("made", RFC3339.string(build.made.utc))
      json.endObject()
    }
    json.endArray()
    json.key("kept")
    json.beginArray()
    for build in status.kept { json.value(Int(build)) }
    json.endArray()
    json.key("waiting")
    json.beginArray()
    for item in status.waiting {
      json.beginObject()
      json.member("kind", item.kind)
      json.member("target", item.target)
      json.member("topic", item.topic.isEmpty ? nil : item.topic)
      json.member("due", RFC3339.string(item.due.utc))
      json.member("attempts", item.attempts)
      json.member("trouble", item.trouble)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
