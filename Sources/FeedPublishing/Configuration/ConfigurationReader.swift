import FeedFormats
import FeedModel
import FeedSources

/// Reads `tidings.yml`.
public enum ConfigurationReader {
  /// The name that is looked for.
  public static let fileName = "tidings.yml"
  /// The other ending that YAML has.
  private static let otherName = "tidings.yaml"

  /// The configuration of this folder; `nil` if it has none.
  ///
  /// - Throws: `SourceProblem` if it has two.
  public static func find() throws(SourceProblem) -> String? {
    let found = [fileName, otherName].filter { FileSystem.kind(of: $0) != nil }
    guard found.count < 2 else {
      throw SourceProblem(
        path: otherName,
        message: "there is \(fileName), too, and only one of them can count",
        help: "remove one, or name one with --config"
      )
    }
    return found.first
  }

  /// Reads a configuration file.
  ///
  /// - Throws: `SourceProblem` with file, line and column.
  public static func read(_ path: String) throws(SourceProblem) -> SiteConfiguration {
    try configuration(try root(of: path), path: path, folder: folder(of: path))
  }

  /// Reads the section `validate:` of a configuration file, and nothing else of it.
  ///
  /// - Throws: `SourceProblem` with file, line and column.
  public static func readValidation(
    _ path: String
  ) throws(SourceProblem) -> ValidationConfiguration {
    let top = try ConfigurationMapping(try root(of: path), name: "", path: path, keys: keys)
    return try ValidateSection.read(top, folder: folder(of: path))
  }

  private static let keys = [
    "site", "posts", "feeds", "opml", "output", "history", "ids", "publish",
    "validate",
  ]

  private static func folder(of path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return folder.isEmpty ? "/" : folder
  }

  private static func root(of path: String) throws(SourceProblem) -> DataNode {
    var reader = FileReader()
    do {
      try reader.open(path)
      // A configuration is written by people: more than this is some other file.
      try reader.readToEnd(limit: 1_000_000)
    } catch {
      throw SourceProblem(
        path: path,
        message: "cannot read the configuration: \(error.reason)",
        help: "`tidings init` writes one"
      )
    }
    return try tree(reader.bytes, path: path)
  }

  private static func tree(
    _ bytes: UnsafeBufferPointer<UInt8>,
    path: String
  ) throws(SourceProblem) -> DataNode {
    do {
      return try YAML.parse(bytes)
    } catch {
      throw SourceProblem(
        path: path,
        line: error.line,
        column: error.column,
        message: error.message,
        help: error.help
      )
    }
  }

  /// Reads a configuration that is at hand; `path` and `folder` say where it comes from.
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    path: String,
    folder: String
  ) throws(SourceProblem) -> SiteConfiguration {
    try configuration(try tree(bytes, path: path), path: path, folder: folder)
  }

  static func configuration(
    _ root: DataNode,
    path: String,
    folder: String
  ) throws(SourceProblem) -> SiteConfiguration {
    let top = try ConfigurationMapping(
      root,
      name: "",
      path: path,
      keys: keys
    )
    // Its mistakes are told of by a build, too.
    _ = try ValidateSection.read(top, folder: folder)
    let (site, url, timeZone) = try SiteSection.read(top)
    var configuration = SiteConfiguration(
      folder: folder,
      site: site,
      url: url,
      timeZone: timeZone,
      sources: [],
      feeds: [],
      opml: try top.text("opml"),
      output: try top.text("output")
    )
    configuration.history = try history(top, folder: folder)
    configuration.ledger = try ledger(top, folder: folder)
    configuration.publishing = try PublishSection.read(
      top,
      folder: folder,
      hubs: site.hubs.map(\.url)
    )
    guard let posts = top["posts"] else {
      throw missing("posts", of: top, help: "say where they are: `posts: {from: content/posts}`")
    }
    for node in posts.asSequence ?? [posts] {
      if let source = try FeedSourceSection.read(node, path: path) {
        configuration.feedSources.append(source)
        continue
      }
      configuration.sources.append(
        try PostsSection.read(node, path: path, folder: folder, url: url)
      )
    }
    for node in top.list("feeds") {
      configuration.feeds.append(try FeedsSection.read(node, path: path))
    }
    if configuration.feeds.isEmpty {
      throw missing("feeds", of: top, help: "name at least one: `feeds: [feed.xml]`")
    }
    if let opml = top["opml"], FeedsSection.leavesFolder(configuration.opml ?? "") {
      throw top.problem(at: opml, "opml must be a path below the output folder")
    }
    return configuration
  }

  /// `history: false`, or `history: FILE`.
  private static func history(
    _ top: ConfigurationMapping,
    folder: String
  ) throws(SourceProblem) -> HistoryConfiguration {
    guard let node = top["history"] else { return .besideOutput }
    if let flag = node.asBool { return flag ? .besideOutput : .none }
    guard let path = node.asString, !path.isEmpty else {
      throw top.wrongType("history", node, expected: "a file, or false for none")
    }
    return .file(SourceListing.joined(folder, path))
  }

  /// `ids: FILE`, or `ids: true` for the usual one, or `ids: false`.
  private static func ledger(
    _ top: ConfigurationMapping,
    folder: String
  ) throws(SourceProblem) -> LedgerConfiguration {
    guard let node = top["ids"] else { return .besideConfiguration }
    if let flag = node.asBool {
      return flag ? .file(SourceListing.joined(folder, IDLedger.fileName)) : .none
    }
    guard let path = node.asString, !path.isEmpty else {
      throw top.wrongType("ids", node, expected: "a file, or false for none")
    }
    return .file(SourceListing.joined(folder, path))
  }

  static func missing(
    _ key: String,
    of mapping: ConfigurationMapping,
    help: String
  ) -> SourceProblem {
    SourceProblem(
      path: mapping.path,
      line: mapping.position.line,
      column: mapping.position.column,
      message: "`\(key)` is missing\(mapping.name.isEmpty ? "" : " in \(mapping.name)")",
      help: help
    )
  }
}
