import FeedModel

/// What the owner of a site decides about reading its posts: the preset, with the configuration's
/// changes to it.
public struct PostRules: Sendable {
  /// The site generator's customs.
  public var preset: Preset
  /// Keys that go before the preset's, by field.
  public var fields: [PostField: [String]]
  /// The address of a post's page; nil for the preset's.
  public var url: PermalinkPattern?
  /// The site's address, which every other is resolved against.
  public var site: BaseURL
  /// Reads dates, with the site's zone and the time of day of dates that have none.
  public var dates: FrontMatterDateParser
  /// The moment of the build: what is dated later is not to be seen yet.
  public var now: Timestamp
  /// Whether posts dated later are taken all the same.
  public var includesFuture: Bool
  /// Whether posts that are not ready are taken all the same.
  public var includesDrafts: Bool
  /// Conditions on front matter; a post that fails one is left out.
  public var conditions: [PostCondition]
  /// People by the keys that posts name them with.
  public var people: [String: Person]
  /// Folders with files that are served from the site's root, to find the sizes of enclosures.
  public var assetFolders: [String]
  /// The folder of posts, relative to the site's, such as `content/posts`.
  public var from: String

  /// Rules for a site with a preset; all else is set property by property.
  public init(preset: Preset, site: BaseURL, now: Timestamp) {
    self.preset = preset
    self.site = site
    self.now = now
    fields = [:]
    dates = FrontMatterDateParser()
    includesFuture = false
    includesDrafts = false
    conditions = []
    people = [:]
    assetFolders = []
    from = ""
  }
}

/// A condition of `where:`: the value that a key must have.
public struct PostCondition: Sendable, Equatable {
  /// The key, with dots into mappings.
  public var key: String
  /// The values that pass, as text; for lists, one of the elements must be among them.
  public var values: [String]

  /// A key that must have one of the values.
  public init(key: String, values: [String]) {
    self.key = key
    self.values = values
  }

  /// Whether front matter meets the condition. A missing key counts as `false`, as in
  /// `where: {draft: false}`.
  func isMet(by data: DataNode) -> Bool {
    let node = data[path: key] ?? data.asMapping?.entry(ignoringCaseOf: key)?.node
    guard let node, !node.isEmpty else {
      return values.contains { $0.isEmpty || DataNode.booleans[$0.lowercased()] == false }
    }
    if let list = node.asStringList {
      return list.contains { matches($0) }
    }
    return node.asString.map { matches($0) } ?? false
  }

  private func matches(_ text: String) -> Bool {
    values.contains { value in
      if value == text { return true }
      guard let wanted = DataNode.booleans[value.lowercased()] else { return false }
      return DataNode.booleans[text.lowercased()] == wanted
    }
  }
}

extension DataNode {
  /// The spellings of a boolean in front matter.
  static let booleans: [String: Bool] = [
    "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
  ]
}
