import FeedDiff
import FeedFormats
import FeedModel
import FeedSources

/// What each build changed, in a database beside the output.
///
/// A build that changed nothing leaves no trace. A killed one leaves what was before it: what it wrote
/// to feeds is then found with the next build.
public struct BuildHistory {
  /// A build that changed something.
  public struct Build: Sendable, Equatable {
    /// Its number, from 1; later builds have higher ones.
    public var id: Int64
    /// When it was made.
    public var made: Timestamp
    /// The version of Tidings that made it.
    public var version: String
    /// How much it changed, by feed.
    public var changes: [(feed: String, summary: FeedDifference.Summary)]

    /// See the properties.
    public static func == (left: Build, right: Build) -> Bool {
      left.id == right.id && left.made == right.made && left.version == right.version
        && left.changes.elementsEqual(right.changes) { $0 == $1 }
    }
  }

  let database: Database

  init(_ database: Database) { self.database = database }

  /// Opens a history to look things up.
  ///
  /// - Throws: `DatabaseError` if there is none, or if it cannot be read.
  public init(reading path: String) throws(DatabaseError) {
    database = try Database(path, isReadOnly: true)
    // Refuses what is no history before anything is looked for in it.
    guard try database.integer("PRAGMA application_id") == HistorySchema.applicationID else {
      throw DatabaseError(path: path, code: 26, message: "it is no history of Tidings")
    }
  }

  /// The builds, the last one first.
  public func builds(limit: Int = .max) throws(DatabaseError) -> [Build] {
    let statement = try database.prepare(
      "SELECT id, made, version FROM builds ORDER BY id DESC LIMIT ?"
    )
    try statement.bind([.integer(Int64(clamping: limit))])
    var builds: [Build] = []
    while try statement.step() {
      builds.append(
        Build(
          id: statement.integer(0) ?? 0,
          made: Self.date(statement.text(1)) ?? Timestamp(secondsSince1970: 0),
          version: statement.text(2) ?? "",
          changes: []
        )
      )
    }
    let changes = try database.prepare(
      """
      SELECT path, added, removed, changed, reidentified, aged_out, backfilled, unchanged
      FROM changes JOIN feeds ON feeds.id = feed WHERE build = ? ORDER BY path
      """
    )
    for index in builds.indices {
      try changes.bind([.integer(builds[index].id)])
      while try changes.step() {
        func number(_ column: Int32) -> Int { Int(changes.integer(column) ?? 0) }
        var summary = FeedDifference.Summary()
        summary.added = number(1)
        summary.removed = number(2)
        summary.changed = number(3)
        summary.reidentified = number(4)
        summary.agedOut = number(5)
        summary.backfilled = number(6)
        summary.unchanged = number(7)
        builds[index].changes.append((changes.text(0) ?? "", summary))
      }
    }
    return builds
  }

  /// The last build's number and moment; nil before the first.
  func last() throws(DatabaseError) -> (id: Int64, made: Timestamp)? {
    let statement = try database.prepare("SELECT id, made FROM builds ORDER BY id DESC LIMIT 1")
    guard try statement.step(), let id = statement.integer(0) else { return nil }
    return (id, Self.date(statement.text(1)) ?? Timestamp(secondsSince1970: 0))
  }

  /// How many entries the feeds of the last build have, by path.
  func entryCounts() throws(DatabaseError) -> [(path: String, entries: Int64)] {
    let rows = try database.prepare(
      """
      SELECT path, entries FROM documents JOIN feeds ON feeds.id = feed WHERE until IS NULL
      ORDER BY path
      """
    )
    var counts: [(path: String, entries: Int64)] = []
    while try rows.step() { counts.append((rows.text(0) ?? "", rows.integer(1) ?? 0)) }
    return counts
  }

  /// The feeds that there were after a build, by path.
  public func feeds(after build: Int64) throws(DatabaseError) -> [String: FeedSnapshot] {
    var feeds: [String: FeedSnapshot] = [:]
    let statement = try database.prepare(
      """
      SELECT feeds.id, path FROM documents JOIN feeds ON feeds.id = feed
      WHERE since <= ?1 AND (until IS NULL OR until > ?1)
      """
    )
    try statement.bind([.integer(build)])
    while try statement.step() {
      guard let feed = statement.integer(0), let path = statement.text(1) else { continue }
      feeds[path] = try snapshot(of: feed, after: build)
    }
    return feeds
  }

  /// A feed as it was after a build; nil if there was none.
  ///
  /// - Parameter table: Its entries, if they are known.
  func snapshot(
    of feed: Int64,
    after build: Int64,
    _ table: EntryTable? = nil
  ) throws(DatabaseError) -> FeedSnapshot? {
    let head = try database.prepare(
      """
      SELECT format, title, subtitle, home_page, self_url, language FROM documents
      WHERE feed = ?1 AND since <= ?2 AND (until IS NULL OR until > ?2)
      """
    )
    try head.bind([.integer(feed), .integer(build)])
    guard try head.step() else { return nil }
    var description = Feed(title: head.text(1) ?? "")
    description.subtitle = head.text(2)
    description.homePage = head.text(3)
    description.selfURL = head.text(4)
    description.language = head.text(5)
    let format = head.text(0).flatMap { FeedFormat(rawValue: $0) } ?? .rss
    if let table { return FeedSnapshot(kind: format.kind, feed: description, table: table) }
    let entries = try database.prepare(
      """
      SELECT id, title, link, published, updated, fields FROM entries
      WHERE feed = ?1 AND since <= ?2 AND (until IS NULL OR until > ?2)
      ORDER BY published DESC, id
      """
    )
    try entries.bind([.integer(feed), .integer(build)])
    var records: [EntryRecord] = []
    while try entries.step() {
      records.append(
        EntryRecord(
          id: entries.text(0) ?? "",
          title: entries.text(1),
          link: entries.text(2),
          published: Self.date(entries.text(3)),
          updated: Self.date(entries.text(4)),
          fields: entries.blob(5)
        )
      )
    }
    return FeedSnapshot(kind: format.kind, feed: description, records: records)
  }

  static func date(_ text: String?) -> Timestamp? {
    text.flatMap { try? RFC3339.parse($0) }
  }
}

extension FeedFormat {
  /// What a document of the format is.
  var kind: FeedKind {
    switch self {
    case .rss: .rss(version: "2.0")
    case .atom: .atom(version: "1.0")
    case .json: .jsonFeed(version: "1.1")
    }
  }
}
