import ArgumentParser
import FeedDiff
import FeedJSON
import FeedModel
import FeedPublishing
import FeedSources
import FeedValidation

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Lists the builds that changed something, the last one first.",
    discussion: """
      tidings diff says what the last of them changed, and tidings diff --since NUMBER what changed \
      since another.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How the list is written.")
  var format = Format.text

  @Option(help: ArgumentHelp("How many builds are listed.", valueName: "n"))
  var limit = 20

  @Option(name: .shortAndLong, help: "The configuration; tidings.yml unless told otherwise.")
  var config: String?

  func run() throws {
    let terminal = Terminal()
    do {
      guard limit > 0 else {
        throw SourceProblem(path: "--limit", message: "a number below 1 makes no sense")
      }
      let builds = try SiteHistory(config: config).builds(limit: limit)
      switch format {
      case .text: terminal.print(builds.map(BuildLine.text))
      case .json: try terminal.write(Self.json(builds))
      }
    } catch let problem as SourceProblem {
      terminal.show(problem)
      throw ExitCode(2)
    } catch let error as FileError {
      try terminal.fail(error)
    }
  }

  private static func json(_ builds: [BuildHistory.Build]) -> [UInt8] {
    var json = JSONSerializer(.indented)
    json.beginArray()
    for build in builds {
      json.beginObject()
      json.member("build", Int(build.id))
      json.member("made", RFC3339.string(build.made))
      json.member("version", build.version)
      json.key("feeds")
      json.beginArray()
      for (feed, summary) in build.changes {
        json.beginObject()
        json.member("feed", feed)
        JSONDiffReport.write(summary, into: &json)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endLine()
    return json.bytes
  }
}
