import FeedFormats
import FeedModel
import FeedSources

/// The `feeds:` section: which documents are made.
enum FeedsSection {
  private static let keys = [
    "path", "format", "for", "limit", "max_bytes", "archive", "content", "link", "markdown",
    "title", "description", "url", "id", "stylesheet",
  ]

  static func read(_ node: DataNode, path file: String) throws(SourceProblem) -> FeedConfiguration {
    if let path = node.asString { return try feed(path, node: node, file: file) }
    let section = try ConfigurationMapping(node, name: "feeds", path: file, keys: keys)
    guard let pathNode = section["path"], let path = try section.text("path") else {
      throw ConfigurationReader.missing("path", of: section, help: "such as `path: feed.xml`")
    }
    let format = try section.choice("format", of: FeedFormat.self)
    var feed = try feed(path, format: format, node: pathNode, file: file)
    feed.partition = try partition(section, of: feed)
    feed.limit = try section.integer("limit", in: 1...Int.max)
    feed.maximumBytes = try section.integer("max_bytes", in: 1_000...Int.max)
    feed.archive = try archive(section, path: path, limit: &feed.limit)
    feed.options = WriterOptions(
      content: try section.choice("content", of: WriterOptions.ContentMode.self) ?? .both,
      link: try section.choice("link", of: WriterOptions.LinkTarget.self) ?? .permalink,
      includesMarkdown: try section.flag("markdown") ?? false
    )
    feed.title = try PostsSection.pattern("title", section)
    feed.description = try section.text("description")
    feed.selfURL = try section.text("url")
    feed.id = try section.text("id")
    feed.stylesheets = try section.list("stylesheet").map { (node) throws(SourceProblem) in
      guard let href = node.asString else {
        throw section.wrongType("stylesheet", node, expected: "an address")
      }
      return Stylesheet(href: href)
    }
    return feed
  }

  private static func feed(
    _ path: String,
    format: FeedFormat? = nil,
    node: DataNode,
    file: String
  ) throws(SourceProblem) -> FeedConfiguration {
    func problem(_ message: String, help: String? = nil) -> SourceProblem {
      SourceProblem(
        path: file,
        line: node.position.line,
        column: node.position.column,
        message: message,
        help: help
      )
    }
    guard let format = format ?? FeedFormat(fileName: path) else {
      throw problem(
        "the format of \(path) does not follow from its name",
        help: "add `format: rss`, `atom` or `json`"
      )
    }
    guard !leavesFolder(path) else {
      throw problem("\(path) must be a path below the output folder")
    }
    let pattern: PermalinkPattern
    do {
      pattern = try PermalinkPattern(path)
    } catch {
      throw problem(error.message)
    }
    return FeedConfiguration(
      path: pattern,
      format: format,
      partition: nil,
      limit: nil,
      maximumBytes: nil,
      archive: nil,
      options: WriterOptions(),
      title: nil,
      description: nil,
      selfURL: nil,
      id: nil,
      stylesheets: [],
      line: node.position.line
    )
  }

  /// Whether a path leads out of the folder that it is meant to be in.
  static func leavesFolder(_ path: String) -> Bool {
    path.isEmpty || path.hasPrefix("/") || path.hasSuffix("/")
      || path.split(separator: "/").contains { $0 == ".." }
  }

  private static func partition(
    _ section: ConfigurationMapping,
    of feed: FeedConfiguration
  ) throws(SourceProblem) -> FeedConfiguration.Partition? {
    let partition = try section.choice("for", of: FeedConfiguration.Partition.self)
    let placeholders = feed.path.placeholders
    guard let node = section["path"] else { return partition }
    guard let partition else {
      guard let placeholder = placeholders.first else { return nil }
      throw section.problem(
        at: node,
        "the path has the placeholder {\(placeholder)}, and nothing says what for",
        help: "add `for: \(placeholder)`"
      )
    }
    guard placeholders == [partition.rawValue] else {
      throw section.problem(
        at: node,
        "a feed for each \(partition.rawValue) needs {\(partition.rawValue)} in its path, once",
        help: "such as `path: \(partition.rawValue)/{\(partition.rawValue)}/feed.xml`"
      )
    }
    return partition
  }

  private static func archive(
    _ section: ConfigurationMapping,
    path: String,
    limit: inout Int?
  ) throws(SourceProblem) -> FeedConfiguration.Archive? {
    guard let node = section["archive"] else { return nil }
    var size = node.asInt
    var archivePath = defaultArchivePath(path)
    if node.asMapping != nil {
      let mapping = try ConfigurationMapping(
        node,
        name: "archive",
        path: section.path,
        keys: ["size", "path"]
      )
      size = try mapping.integer("size", in: 1...Int.max) ?? limit
      archivePath = try mapping.text("path") ?? archivePath
    }
    guard let size = size ?? limit, size > 0 else {
      throw section.problem(
        at: node,
        "archive must say how many posts each has",
        help: "such as `archive: 50`"
      )
    }
    guard let pattern = try? PermalinkPattern(archivePath),
      pattern.placeholders.contains("page"), !leavesFolder(archivePath)
    else {
      throw section.problem(
        at: node,
        "an archive's path needs {page} in it",
        help: "such as \(defaultArchivePath(path))"
      )
    }
    limit = limit ?? size
    return FeedConfiguration.Archive(size: size, path: pattern)
  }

  /// `feed.xml` has its archives at `feed-archive-1.xml` and so on.
  private static func defaultArchivePath(_ path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return path + "-archive-{page}" }
    return path[..<dot] + "-archive-{page}" + path[dot...]
  }
}
