import FeedModel
import FeedSources
import FeedXML

/// The items of `posts:` that name feeds.
enum FeedSourceSection {
  private static let keys = [
    "from", "opml", "title", "limit", "where", "future", "allow_private", "summary_words", "remove",
    "iframes",
  ]
  /// Files with these endings are feeds; posts have others.
  private static let endings = [".xml", ".rss", ".atom", ".rdf", ".json"]

  /// Reads an item of `posts:`; nil if it names folders and files of posts.
  static func read(_ node: DataNode, path: String) throws(SourceProblem) -> FeedSource? {
    let names = (node.asString.map { [$0] } ?? node["from"]?.asStringList ?? [])
    let feeds = names.filter(isFeed)
    guard !feeds.isEmpty || node["opml"] != nil else { return nil }
    guard feeds.count == names.count else {
      throw SourceProblem(
        path: path,
        line: (node["from"] ?? node).position.line,
        column: (node["from"] ?? node).position.column,
        message: "`from` names feeds and folders of posts together",
        help: "give the feeds an item of their own: `- from: \(feeds[0])`"
      )
    }
    if node.asString != nil { return try source(feeds, at: node, path: path) }
    let section = try ConfigurationMapping(node, name: "posts", path: path, keys: keys)
    var source = try source(feeds, at: section["from"] ?? node, path: path)
    source.lists = try places(try section.texts("opml") ?? [], at: section["opml"] ?? node, path)
    source.title = try title(section, of: source)
    source.limit = try section.integer("limit", in: 1...Int.max)
    source.conditions = try conditions(section)
    source.includesFuture = try section.flag("future") ?? false
    source.allowsPrivateAddresses = try section.flag("allow_private") ?? false
    source.content.summaryWords = try section.integer("summary_words", in: 1...1_000) ?? 55
    try CleaningOptions.read(section, into: &source.content.cleaning)
    return source
  }

  private static func source(
    _ feeds: [String],
    at node: DataNode,
    path: String
  ) throws(SourceProblem) -> FeedSource {
    FeedSource(
      feeds: try places(feeds, at: node, path),
      lists: [],
      conditions: [],
      includesFuture: false,
      allowsPrivateAddresses: false,
      content: ContentRules()
    )
  }

  private static func isFeed(_ name: String) -> Bool {
    SourceAddress.isOnWeb(name) || endings.contains { name.lowercased().hasSuffix($0) }
  }

  private static func places(
    _ names: [String],
    at node: DataNode,
    _ path: String
  ) throws(SourceProblem) -> [FeedSource.Place] {
    var places: [FeedSource.Place] = []
    for name in names {
      guard SourceAddress.isOnWeb(name) else {
        places.append(.file(name))
        continue
      }
      guard let host = URI.host(of: name), !host.isEmpty else {
        throw SourceProblem(
          path: path,
          line: node.position.line,
          column: node.position.column,
          message: "\(name) names no host",
          help: "write the whole address: https://example.org/feed.xml"
        )
      }
      places.append(.address(name))
    }
    return places
  }

  private static func title(
    _ section: ConfigurationMapping,
    of source: FeedSource
  ) throws(SourceProblem) -> String? {
    guard let node = section["title"] else { return nil }
    guard source.feeds.count == 1, source.lists.isEmpty else {
      throw section.problem(
        at: node,
        "title would be the name of several feeds",
        help: "give the feed that it is for an item of its own"
      )
    }
    return try section.text("title")
  }

  private static func conditions(
    _ section: ConfigurationMapping
  ) throws(SourceProblem) -> [EntryCondition] {
    guard let node = section["where"] else { return [] }
    let mapping = try ConfigurationMapping(
      node,
      name: "where",
      path: section.path,
      keys: EntryCondition.Field.allCases.map(\.rawValue)
    )
    var conditions: [EntryCondition] = []
    for field in EntryCondition.Field.allCases {
      guard let values = try mapping.texts(field.rawValue) else { continue }
      conditions.append(EntryCondition(field: field, values: values))
    }
    return conditions
  }
}
