import ArgumentParser
import FeedPublishing
import FeedSources

struct IDsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ids",
    abstract: "Keeps the ids that subscribers know, whatever becomes of addresses.",
    discussion: """
      The ledger is tidings.ids beside the configuration, or the file that `ids` names in it: a line \
      a post, with its file, its id and when it was published. Once there is one, build takes ids \
      from it and adds what is new. It belongs under version control.
      """,
    subcommands: [AdoptCommand.self, ListCommand.self]
  )

  /// The configuration that a user means.
  ///
  /// - Throws: `SourceProblem`.
  static func configuration(_ named: String?) throws(SourceProblem) -> SiteConfiguration {
    let path: String
    if let named {
      path = named
    } else {
      path = try ConfigurationReader.find() ?? ConfigurationReader.fileName
    }
    return try ConfigurationReader.read(path)
  }
}
