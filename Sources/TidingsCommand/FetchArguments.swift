import ArgumentParser
import FeedFetching
import FeedPublishing
import FeedSources

/// What a user says about fetching, for every command that fetches.
struct FetchArguments: ParsableArguments {
  @Option(help: ArgumentHelp("How long fetching a feed may take.", valueName: "seconds"))
  var timeout = 60

  @Flag(help: "Fetch from this machine and its network, too.")
  var allowPrivate = false

  /// Says what is wrong with the arguments.
  func check() throws(SourceProblem) {
    guard (1...86_400).contains(timeout) else {
      throw SourceProblem(path: "--timeout", message: "between 1 and 86400 seconds make sense")
    }
  }

  /// How feeds are fetched.
  var options: FetchOptions {
    var options = FetchOptions(version: Tidings.version)
    options.timeLimit = .seconds(timeout)
    options.allowsPrivateAddresses = allowPrivate
    return options
  }

  /// Whether an argument is an address to fetch from.
  static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://")
  }

  /// Says what is wrong with an address that a feed is or will be published at.
  static func check(_ address: String?, option: String) throws(SourceProblem) {
    guard let address, !isAddress(address) else { return }
    throw SourceProblem(
      path: option,
      message: "“\(address)” is not an address on the web",
      help: "begin it with https://"
    )
  }
}

extension FetchError {
  /// What went wrong and what to do, for users of the command line.
  var advice: String {
    var help = help.map { "; \($0)" } ?? ""
    if case .privateAddress = reason { help = "; --allow-private fetches it" }
    return message + help
  }
}
