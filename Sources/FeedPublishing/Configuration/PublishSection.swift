import FeedModel
import FeedSources

/// The `publish:` section of `tidings.yml`.
public struct PublishConfiguration: Sendable {
  /// What a feed may turn into unseen.
  public var gates = PublishGates()
  /// How long after its date a post comes out, in seconds.
  public var grace: Int64 = 0
  /// How old a changed file is at least, in seconds, so that nothing is published while it is written.
  public var minimumAge: Int64 = 0
  /// How long a feed that posts are taken from may fail until a run says so, in seconds.
  public var patience: Int64 = 3 * 86_400
  /// Whether documents have compressed copies beside them.
  public var isCompressed = false
  /// Whom publishing tells of changes.
  public var notify = NotifyConfiguration()
  /// The address that is asked for after each run, with `/fail` after one that failed; nil for none.
  public var healthcheck: String?
  /// The file for node-exporter's textfile collector; nil for none.
  public var metrics: String?

  /// What holds unless a site says otherwise.
  public init() {}
}

enum PublishSection {
  private static let keys = [
    "max_new", "max_reidentified", "max_removed", "min_entries", "max_bytes", "grace", "min_age",
    "patience", "gzip", "notify", "healthcheck", "metrics",
  ]

  /// - Parameter hubs: The site's, which are told unless the section names others.
  static func read(
    _ top: ConfigurationMapping,
    folder: String,
    hubs: [String]
  ) throws(SourceProblem) -> PublishConfiguration {
    var configuration = PublishConfiguration()
    guard let node = top["publish"] else { return configuration }
    let section = try ConfigurationMapping(node, name: "publish", path: top.path, keys: keys)
    if let limit = try limit("max_new", of: section) { configuration.gates.maxNew = limit }
    if let limit = try limit("max_reidentified", of: section) {
      configuration.gates.maxReidentified = limit
    }
    if let limit = try limit("max_removed", of: section) {
      configuration.gates.maxRemoved = limit
    }
    if let count = try section.integer("min_entries", in: 0...Int.max) {
      configuration.gates.minEntries = count
    }
    configuration.gates.maxBytes = try section.integer("max_bytes", in: 1...Int.max)
    if let seconds = try duration("grace", of: section) { configuration.grace = seconds }
    if let seconds = try duration("min_age", of: section) { configuration.minimumAge = seconds }
    if let seconds = try duration("patience", of: section) { configuration.patience = seconds }
    configuration.isCompressed = try section.flag("gzip") ?? false
    configuration.notify = try NotifySection.read(section, folder: folder, hubs: hubs)
    configuration.healthcheck = try section.text("healthcheck")
    if let address = configuration.healthcheck, let node = section["healthcheck"] {
      try NotifySection.check(address, node, section)
    }
    configuration.metrics = try section.text("metrics").map {
      SourceListing.joined(folder, $0)
    }
    return configuration
  }

  /// A limit; `false` for none. The outer nil stands for a key that is not there.
  private static func limit(
    _ key: String,
    of section: ConfigurationMapping
  ) throws(SourceProblem) -> ChangeLimit?? {
    guard let node = section[key] else { return nil }
    if node.asBool == false { return .some(nil) }
    guard let text = node.asString ?? node.asInt.map(String.init), let limit = ChangeLimit(text)
    else {
      throw section.wrongType(key, node, expected: "a number, a share such as 10%, or false")
    }
    return limit
  }

  /// A time such as `30s`, `10m`, `2h`, `1d`, in seconds.
  private static func duration(
    _ key: String,
    of section: ConfigurationMapping
  ) throws(SourceProblem) -> Int64? {
    guard let node = section[key] else { return nil }
    let text = node.asString ?? node.asInt.map { "\($0)s" } ?? ""
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()),
      (0...100_000).contains(count)
    else { throw section.wrongType(key, node, expected: "a time such as 30s, 10m, 2h or 1d") }
    return count * unit
  }
}
