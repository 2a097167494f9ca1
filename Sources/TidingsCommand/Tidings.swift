import ArgumentParser
import FeedPublishing

@main
struct TidingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidings",
    abstract:
      "Makes feeds of posts: RSS 2.0, Atom 1.0 and JSON Feed 1.1, each checked before it is written.",
    version: Tidings.version,
    subcommands: [BuildCommand.self, InitCommand.self]
  )

  static func main() async {
    Memory.takeInLargeSteps()
    await main(nil)
  }
}
