import FeedModel
import FeedSources
import FeedXML

/// The `posts:` section: where posts come from, and how they are read.
enum PostsSection {
  private static let keys = [
    "from", "preset", "url", "fields", "where", "include", "exclude", "default_time", "future",
    "drafts", "people", "files", "smart", "templates", "summary_words", "remove", "iframes",
  ]

  static func read(
    _ node: DataNode,
    path: String,
    folder: String,
    url: BaseURL
  ) throws(SourceProblem) -> PostSource {
    // `posts: content/posts` is the shortest form.
    if let from = node.asString { return source(from: [from]) }
    let section = try ConfigurationMapping(node, name: "posts", path: path, keys: keys)
    guard let from = try section.texts("from"), !from.isEmpty else {
      throw ConfigurationReader.missing(
        "from",
        of: section,
        help: "a folder, a file of JSON Lines, a pattern, or the address of a feed"
      )
    }
    var source = source(from: from)
    source.preset = try preset(section)
    source.url = try pattern("url", section)
    source.fields = try fields(section)
    source.conditions = try conditions(section)
    source.include = (try section.texts("include") ?? []).map { PathPattern($0) }
    source.exclude = (try section.texts("exclude") ?? []).map { PathPattern($0) }
    source.defaultMinuteOfDay = try defaultTime(section)
    source.includesFuture = try section.flag("future") ?? false
    source.includesDrafts = try section.flag("drafts") ?? false
    source.people = try people(section, folder: folder, url: url)
    source.assetFolders = try section.texts("files") ?? []
    source.resolvesTemplates = try section.flag("templates") ?? true
    source.content.smartPunctuation = try section.flag("smart") ?? false
    source.content.summaryWords = try section.integer("summary_words", in: 1...1_000) ?? 55
    try CleaningOptions.read(section, into: &source.content.cleaning)
    return source
  }

  private static func source(from: [String]) -> PostSource {
    PostSource(
      from: from,
      preset: nil,
      url: nil,
      fields: [:],
      conditions: [],
      include: [],
      exclude: [],
      defaultMinuteOfDay: 0,
      includesFuture: false,
      includesDrafts: false,
      people: [:],
      assetFolders: [],
      resolvesTemplates: true,
      content: ContentRules()
    )
  }

  private static func preset(_ section: ConfigurationMapping) throws(SourceProblem) -> Preset? {
    guard let node = section["preset"], let name = try section.text("preset") else { return nil }
    guard let preset = Preset.named(name) else {
      let names = Preset.all.map(\.name)
      throw section.problem(
        at: node,
        "there is no preset `\(name)`",
        help: NearestWord.to(name, among: names).map { "did you mean `\($0)`?" }
          ?? "presets: \(names.joined(separator: ", "))"
      )
    }
    return preset.name == Preset.auto.name ? nil : preset
  }

  static func pattern(
    _ key: String,
    _ section: ConfigurationMapping
  ) throws(SourceProblem) -> PermalinkPattern? {
    guard let node = section[key], let text = try section.text(key) else { return nil }
    do {
      return try PermalinkPattern(text)
    } catch {
      throw section.problem(at: node, "\(key): \(error.message)")
    }
  }

  private static func fields(
    _ section: ConfigurationMapping
  ) throws(SourceProblem) -> [PostField: [String]] {
    guard let node = section["fields"] else { return [:] }
    let names = PostField.allCases.map(\.rawValue)
    let mapping = try ConfigurationMapping(node, name: "fields", path: section.path, keys: names)
    var fields: [PostField: [String]] = [:]
    for field in PostField.allCases {
      if let keys = try mapping.texts(field.rawValue) { fields[field] = keys }
    }
    return fields
  }

  private static func conditions(
    _ section: ConfigurationMapping
  ) throws(SourceProblem) -> [PostCondition] {
    guard let node = section["where"] else { return [] }
    guard let mapping = node.asMapping else {
      throw section.wrongType("where", node, expected: "a mapping of keys to values")
    }
    var conditions: [PostCondition] = []
    for entry in mapping.entries {
      guard let values = entry.node.asStringList else {
        throw section.problem(
          at: entry.node,
          "where: \(entry.key) must be a value or a list of values"
        )
      }
      conditions.append(PostCondition(key: entry.key, values: values.isEmpty ? [""] : values))
    }
    return conditions
  }

  private static func defaultTime(_ section: ConfigurationMapping) throws(SourceProblem) -> Int {
    guard let node = section["default_time"] else { return 0 }
    // YAML 1.1 would read 09:30 as a number to the base 60; as text it is what it looks like.
    let parts = (node.asString ?? "").split(separator: ":")
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else {
      throw section.wrongType("default_time", node, expected: "a time of day such as 09:30")
    }
    return hour * 60 + minute
  }

  /// People by key: a mapping, or a file that holds one, as Jekyll's `_data/authors.yml`.
  private static func people(
    _ section: ConfigurationMapping,
    folder: String,
    url: BaseURL
  ) throws(SourceProblem) -> [String: Person] {
    guard var node = section["people"] else { return [:] }
    var path = section.path
    if let file = node.asString {
      path = folder + "/" + file
      node = try dataFile(path, named: file, in: section, at: node)
    }
    guard let mapping = node.asMapping else {
      throw section.wrongType("people", node, expected: "a mapping of keys to people, or a file")
    }
    var people: [String: Person] = [:]
    for entry in mapping.entries {
      let person = entry.node
      // Other tools' files hold keys that are of no use here, so unknown ones pass.
      let name = person["name"]?.asString ?? person.asString ?? entry.key
      let address = person["url"] ?? person["uri"] ?? person["link"] ?? person["website"]
      let avatar = person["avatar"] ?? person["image_url"] ?? person["picture"]
      people[entry.key] = Person(
        name: name,
        email: person["email"]?.asString,
        url: address?.asString.map(url.resolve),
        avatar: avatar?.asString.map(url.resolve)
      )
    }
    return people
  }

  private static func dataFile(
    _ path: String,
    named name: String,
    in section: ConfigurationMapping,
    at node: DataNode
  ) throws(SourceProblem) -> DataNode {
    var reader = FileReader()
    do {
      try reader.open(path)
      try reader.readToEnd(limit: 10_000_000)
    } catch {
      throw section.problem(at: node, "cannot read \(name): \(error.reason)")
    }
    do {
      return try YAML.parse(reader.bytes)
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
}
