import ArgumentParser
import FeedPublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@main
struct TidingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidings",
    abstract:
      "Makes feeds of posts, and says what is wrong with feeds: RSS, Atom, JSON Feed, OPML.",
    version: Tidings.version,
    subcommands: [
      BuildCommand.self, PublishCommand.self, RollbackCommand.self, NextDueCommand.self,
      StatusCommand.self, ServeCommand.self,
      InitCommand.self, ValidateCommand.self, ConvertCommand.self,
      DiffCommand.self, HistoryCommand.self, IDsCommand.self,
      RulesCommand.self, ExplainCommand.self,
    ]
  )

  /// Commands whose users expect the numbers of sysexits.h.
  private static let commandsWithSystemStatus: Set<String> = ["publish", "serve"]

  static func main() async {
    Memory.takeInLargeSteps()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let name = CommandLine.arguments.dropFirst().first ?? ""
      guard exitCode(for: error) == .validationFailure, !commandsWithSystemStatus.contains(name)
      else { exit(withError: error) }
      // Arguments that cannot be understood are trouble, as for grep and diff.
      Terminal().writeError(fullMessage(for: error) + "\n")
      quit(2)
    }
  }
}

/// The system's `exit`, which the command's own hides.
private func quit(_ status: Int32) -> Never { exit(status) }
