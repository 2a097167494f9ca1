import FeedModel
import FeedSources

/// Whom publishing tells of changes: the `notify:` of `publish:`.
public struct NotifyConfiguration: Sendable, Equatable {
  /// Somebody who gets what changed, as JSON.
  public struct Webhook: Sendable, Equatable {
    /// The address.
    public var url: String
    /// What it is shown as `Authorization: Bearer …`; nil for nothing.
    public var token: Secret?
  }

  /// IndexNow: the search engines.
  public struct IndexNow: Sendable, Equatable {
    /// The address that takes the list of pages.
    public var endpoint: String
    /// The site's key.
    public var key: Secret
  }

  /// WebSub hubs that are told of feeds.
  public var hubs: [String] = []
  /// An rssCloud server's address for pings.
  public var cloud: String?
  /// Who gets the changes.
  public var webhooks: [Webhook] = []
  /// Search engines.
  public var indexNow: IndexNow?
  /// A command and its arguments, which gets the changes on standard input.
  public var command: [String] = []
  /// Whether the feeds' public addresses have to serve the new bytes first.
  public var waitsForPublic = false
  /// Whether targets may be on this machine and its network.
  public var allowsPrivate = false

  /// Nobody.
  public init() {}

  /// Whether nobody is told of anything.
  public var isEmpty: Bool {
    hubs.isEmpty && cloud == nil && webhooks.isEmpty && indexNow == nil && command.isEmpty
  }
}

enum NotifySection {
  private static let keys = [
    "hubs", "cloud", "webhooks", "index_now", "exec", "wait_for_public", "allow_private",
  ]

  static func read(
    _ publish: ConfigurationMapping,
    folder: String,
    hubs: [String]
  ) throws(SourceProblem) -> NotifyConfiguration {
    var configuration = NotifyConfiguration()
    guard let node = publish["notify"] else { return configuration }
    let section = try ConfigurationMapping(node, name: "notify", path: publish.path, keys: keys)
    if let flag = section["hubs"]?.asBool {
      configuration.hubs = flag ? hubs : []
    } else {
      configuration.hubs = try section.texts("hubs") ?? hubs
    }
    for hub in configuration.hubs { try check(hub, section["hubs"] ?? node, section) }
    configuration.cloud = try section.text("cloud")
    if let cloud = configuration.cloud { try check(cloud, section["cloud"] ?? node, section) }
    for hook in section.list("webhooks") {
      configuration.webhooks.append(try webhook(hook, section, folder))
    }
    if let indexNow = section["index_now"] {
      configuration.indexNow = try self.indexNow(indexNow, section, folder)
    }
    configuration.command = try section.texts("exec") ?? []
    // A file of the site, wherever the program is started; other commands are looked for.
    if let name = configuration.command.first, name.contains("/") {
      configuration.command[0] = SourceListing.joined(folder, name)
    }
    configuration.waitsForPublic = try section.flag("wait_for_public") ?? false
    configuration.allowsPrivate = try section.flag("allow_private") ?? false
    return configuration
  }

  private static func webhook(
    _ node: DataNode,
    _ section: ConfigurationMapping,
    _ folder: String
  ) throws(SourceProblem) -> NotifyConfiguration.Webhook {
    if let url = node.asString {
      try check(url, node, section)
      return NotifyConfiguration.Webhook(url: url, token: nil)
    }
    let mapping = try ConfigurationMapping(
      node,
      name: "webhooks",
      path: section.path,
      keys: ["url", "token"]
    )
    guard let url = try mapping.text("url") else {
      throw ConfigurationReader.missing("url", of: mapping, help: "say who gets the changes")
    }
    try check(url, mapping["url"] ?? node, section)
    return NotifyConfiguration.Webhook(
      url: url,
      token: try secret("token", mapping, folder)
    )
  }

  private static func indexNow(
    _ node: DataNode,
    _ section: ConfigurationMapping,
    _ folder: String
  ) throws(SourceProblem) -> NotifyConfiguration.IndexNow {
    let mapping = try ConfigurationMapping(
      node,
      name: "index_now",
      path: section.path,
      keys: ["endpoint", "key"]
    )
    guard let key = try secret("key", mapping, folder) else {
      throw ConfigurationReader.missing("key", of: mapping, help: "`key: {env: INDEXNOW_KEY}`")
    }
    let endpoint = try mapping.text("endpoint") ?? "https://api.indexnow.org/indexnow"
    try check(endpoint, mapping["endpoint"] ?? node, section)
    return NotifyConfiguration.IndexNow(endpoint: endpoint, key: key)
  }

  /// `{env: NAME}` or `{file: PATH}`: a secret itself has no place in a configuration.
  private static func secret(
    _ key: String,
    _ mapping: ConfigurationMapping,
    _ folder: String
  ) throws(SourceProblem) -> Secret? {
    guard let node = mapping[key] else { return nil }
    guard node.asMapping != nil else {
      throw mapping.problem(
        at: node,
        "\(key) must say where the secret is, and not what it is",
        help: "write {env: NAME} or {file: PATH}"
      )
    }
    let place = try ConfigurationMapping(
      node,
      name: key,
      path: mapping.path,
      keys: ["env", "file"]
    )
    if let name = try place.text("env") { return .environment(name) }
    if let path = try place.text("file") { return .file(SourceListing.joined(folder, path)) }
    throw mapping.problem(at: node, "\(key) needs env or file")
  }

  static func check(
    _ url: String,
    _ node: DataNode,
    _ section: ConfigurationMapping
  ) throws(SourceProblem) {
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
      throw section.problem(
        at: node,
        "“\(url)” is not an address on the web",
        help: "begin it with https://"
      )
    }
  }
}
