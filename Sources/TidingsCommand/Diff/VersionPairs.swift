import FeedSources

/// The versions that two arguments name: those of one feed, or those of the feeds of two folders.
struct VersionPairs {
  struct Pair: Sendable {
    /// What the feed is called; nil where its versions have names of their own.
    var name: String?
    var old: FeedVersion?
    var new: FeedVersion?
  }

  private(set) var pairs: [Pair] = []
  /// Whether the arguments are folders.
  let isOfFolders: Bool

  init(_ old: String, _ new: String) throws(SourceProblem) {
    let areFolders = [old, new].map { FileSystem.kind(of: $0) == .folder }
    isOfFolders = areFolders[0] && areFolders[1]
    guard isOfFolders else {
      pairs = [Pair(old: FeedVersion(old), new: FeedVersion(new))]
      if old == "-", new == "-" {
        throw SourceProblem(path: "-", message: "standard input can be read once")
      }
      return
    }
    let before = Self.feeds(old)
    let after = Self.feeds(new)
    for name in Set(before.keys).union(after.keys).sorted() {
      pairs.append(
        Pair(
          name: name,
          old: before[name].map(FeedVersion.file),
          new: after[name].map(FeedVersion.file)
        )
      )
    }
    guard !pairs.isEmpty else {
      throw SourceProblem(path: new, message: "there is no feed in it, nor in \(old)")
    }
  }

  /// The feeds of a folder: their paths, by the paths in the folder.
  private static func feeds(_ folder: String) -> [String: String] {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let prefix = folder == "." ? "" : folder == "/" ? "/" : folder + "/"
    var feeds: [String: String] = [:]
    for input in ValidateInputs([folder], published: nil).inputs where input.failure == nil {
      feeds[String(input.name.dropFirst(prefix.count))] = input.name
    }
    return feeds
  }
}
