import FeedDiff
import FeedSources

/// A version of a feed, as a user names it.
enum FeedVersion: Sendable {
  case file(String)
  case standardInput
  case address(String)
  /// What a file of a repository was in a revision.
  case revision(String, path: String)
  /// What a history has of it.
  case recorded(FeedSnapshot, name: String)

  /// Whether it is standard input.
  var isStandardInput: Bool {
    if case .standardInput = self { return true }
    return false
  }

  /// What an argument means. A file of that name outweighs all else.
  init(_ argument: String) {
    if argument == "-" {
      self = .standardInput
    } else if FetchArguments.isAddress(argument) {
      self = .address(argument)
    } else if FileSystem.kind(of: argument) == nil, let colon = argument.firstIndex(of: ":"),
      colon != argument.startIndex, !argument.hasPrefix("-"), !argument.contains("://")
    {
      let path = argument[argument.index(after: colon)...]
      self = .revision(String(argument[..<colon]), path: String(path))
    } else {
      self = .file(argument)
    }
  }

  /// What it is called in reports.
  var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    case .address(let url): url
    case .revision(let revision, let path): "\(revision):\(path)"
    case .recorded(_, let name): name
    }
  }
}
