import ArgumentParser
import FeedModel
import FeedPublishing
import FeedSources

struct NextDueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next-due",
    abstract: "Prints when the next scheduled post comes out, or one goes.",
    discussion: """
      A moment as 2026-06-01T12:00:00Z, for at, a timer or a CI job; nothing if no post waits. It \
      knows of posts dated in the future and of those that expire, with the grace that publish: \
      gives.

      Exit status: 0, or 78 when the configuration is wrong.
      """
  )

  @Option(name: .shortAndLong, help: "The configuration; tidings.yml unless told otherwise.")
  var config: String?

  @Option(help: ArgumentHelp("As at this moment.", valueName: "date"))
  var asOf: String?

  func run() async throws {
    let terminal = Terminal()
    try await PublishSite.run(terminal) {
      let path = try PublishSite.path(config)
      let zone = try ConfigurationReader.read(path).timeZone
      let options = Publisher.Options(now: try Clock.moment(asOf, in: zone))
      guard let date = try await Publisher(path, options: options).nextChange() else { return }
      terminal.print([RFC3339.string(date.utc)])
    }
  }
}
