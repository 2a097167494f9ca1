import ArgumentParser
import FeedModel
import FeedPublishing
import FeedSources

/// What the commands about publishing share: which site, and what goes wrong with it.
enum PublishSite {
  /// The configuration that is meant.
  static func path(_ named: String?) throws(SourceProblem) -> String {
    if let named { return named }
    return try ConfigurationReader.find() ?? ConfigurationReader.fileName
  }

  /// Runs a command, and leaves with the status that fits what went wrong.
  static func run(_ terminal: Terminal, _ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let problem as SourceProblem {
      terminal.show(problem)
      throw ExitCode(PublishExit.configuration)
    } catch let error as FileError {
      terminal.showError(
        "cannot \(error.action): \(error.reason)",
        at: error.path,
        help: "what is published is as it was, or the next run completes it"
      )
      throw ExitCode(PublishExit.input)
    } catch let error as DatabaseError {
      terminal.showError(
        error.message,
        at: error.path,
        help: error.isDamaged ? "without the file the next run begins a new history" : nil
      )
      throw ExitCode(PublishExit.input)
    } catch let error as PublishError {
      throw leave(error, terminal)
    }
  }

  private static func leave(_ error: PublishError, _ terminal: Terminal) -> ExitCode {
    switch error {
    case .locked(let path):
      terminal.showError(
        "another run is at work",
        at: path,
        help: "tidings publish --skip-if-locked leaves it at that"
      )
      return ExitCode(PublishExit.locked)
    case .noHistory(let path):
      terminal.showError(
        "this site keeps no history, and publishing has to remember what it published",
        at: path,
        help: "take `history: false` out of it, or use tidings build"
      )
      return ExitCode(PublishExit.configuration)
    case .strangeJournal(let path):
      terminal.showError(
        "this is no journal of tidings publish, and nothing is done before it is",
        at: path,
        help: "somebody has written to it: remove it, and the next run begins anew"
      )
      return ExitCode(PublishExit.input)
    case .forgotten(_, let message):
      terminal.showError(
        "the feeds are published, and the history of it could not be kept: \(message)",
        help: "the next run tries again"
      )
      return ExitCode(PublishExit.input)
    }
  }
}

/// How the commands about publishing leave: the numbers of sysexits.h, and 3 for what subscribers are
/// spared.
enum PublishExit {
  static let refused: Int32 = 3
  static let data: Int32 = 65
  static let unavailable: Int32 = 69
  static let input: Int32 = 74
  static let locked: Int32 = 75
  static let configuration: Int32 = 78
}
