import FeedDiff
import FeedFormats
import FeedModel
import FeedSources

extension BuildHistory {
  /// So many builds are kept.
  static let mostBuilds = 1_000
  /// So many entries are looked for one by one; for more all are.
  private static let mostLookups = 500

  /// Opens the history that a build writes to, and makes it if there is none.
  static func open(_ path: String) throws(DatabaseError) -> BuildHistory {
    let database = try Database(path, isReadOnly: false)
    try HistorySchema.migrate(database)
    return BuildHistory(database)
  }

  /// Records what a build wrote. Returns what changed, by path, of feeds that changed.
  ///
  /// - Parameter also: What has to be remembered with it, or not at all: called with the build's number
  ///   and what changed, if anything did.
  func record(
    _ feeds: [BuiltFeed],
    made: Timestamp,
    keeping mostBuilds: Int = mostBuilds,
    also: (Int64, [String: FeedDifference]) throws(DatabaseError) -> Void = { _, _ in }
  ) throws(DatabaseError) -> [String: FeedDifference] {
    var changed: [BuiltFeed] = []
    for feed in feeds where try isChanged(feed) { changed.append(feed) }
    let paths = Set(feeds.map(\.path))
    let isShorter = try !others(than: paths).isEmpty
    guard !changed.isEmpty || isShorter else { return [:] }
    return try database.transaction { () throws(DatabaseError) in
      try database.run(
        "INSERT INTO builds (made, version) VALUES (?, ?)",
        [.text(RFC3339.string(made.utc)), .text(Tidings.version)]
      )
      let build = database.lastInsertedRow
      var differences: [String: FeedDifference] = [:]
      for feed in changed { differences[feed.path] = try replace(feed, in: build) }
      try end(feedsOtherThan: paths, in: build)
      try prune(keeping: mostBuilds)
      try also(build, differences)
      return differences
    }
  }

  private func isChanged(_ feed: BuiltFeed) throws(DatabaseError) -> Bool {
    let known = try database.integer(
      """
      SELECT 1 FROM documents JOIN feeds ON feeds.id = feed WHERE path = ? AND until IS NULL
      AND fingerprint = ? AND format = ? AND title = ? AND subtitle IS ? AND home_page IS ?
      AND self_url IS ? AND language IS ?
      """,
      [.text(feed.path), .integer(Int64(bitPattern: feed.fingerprint))] + Self.head(feed)
    )
    return known == nil
  }

  private static func head(_ feed: BuiltFeed) -> [DatabaseValue] {
    let head = feed.snapshot.feed
    return [
      .text(feed.format.rawValue), .text(head.title), .optional(head.subtitle),
      .optional(head.homePage), .optional(head.selfURL), .optional(head.language),
    ]
  }

  // MARK: Feeds

  private func replace(_ feed: BuiltFeed, in build: Int64) throws(DatabaseError) -> FeedDifference {
    try database.run("INSERT OR IGNORE INTO feeds (path) VALUES (?)", [.text(feed.path)])
    let id = try database.integer("SELECT id FROM feeds WHERE path = ?", [.text(feed.path)]) ?? 0
    let known = try continuation(of: feed, id)
    let before = try snapshot(of: id, after: build, known?.before) ?? .empty(feed.format.kind)
    let difference: FeedDifference
    do throws(FileError) {
      difference = try FeedDifference(old: before, new: feed.snapshot)
    } catch {
      // Nothing is read again: contents are not kept.
      throw DatabaseError(path: error.path, code: 1, message: error.reason)
    }
    try database.run(
      "UPDATE documents SET until = ? WHERE feed = ? AND until IS NULL",
      [.integer(build), .integer(id)]
    )
    try database.run(
      "INSERT INTO documents VALUES (?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
      [.integer(id), .integer(build)] + Self.head(feed) + [
        .integer(Int64(feed.snapshot.count)),
        .integer(Int64(bitPattern: feed.fingerprint)),
      ]
    )
    if let known {
      let fresh = known.fresh.map { feed.snapshot.record($0) }
      let gone = known.gone.map { before.record($0).id }
      try replaceEntries(of: id, fresh, amongIDs: fresh.map(\.id) + gone, in: build)
    } else {
      try replaceEntries(of: id, feed.snapshot.records, in: build)
    }
    let sum = difference.summary
    try database.run(
      "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [.integer(build), .integer(id)]
        + [
          sum.added, sum.removed, sum.changed, sum.reidentified, sum.agedOut, sum.backfilled,
          sum.unchanged,
        ].map { .integer(Int64($0)) }
    )
    return difference
  }

  /// What a feed knows of the one before, if that is the one that the history has.
  private func continuation(
    of feed: BuiltFeed,
    _ id: Int64
  ) throws(DatabaseError) -> BuiltFeed.Continuation? {
    guard let known = feed.continuation, known.fresh.count + known.gone.count <= Self.mostLookups
    else { return nil }
    let print = try database.integer(
      "SELECT fingerprint FROM documents WHERE feed = ? AND until IS NULL AND format = ?",
      [.integer(id), .text(feed.format.rawValue)]
    )
    return print == Int64(bitPattern: known.fingerprint) ? known : nil
  }

  /// Ends the rows of what is gone or another, and adds what is new.
  ///
  /// - Parameter ids: Whose rows are looked at; nil for all.
  private func replaceEntries(
    of feed: Int64,
    _ records: [EntryRecord],
    amongIDs ids: [String]? = nil,
    in build: Int64
  ) throws(DatabaseError) {
    var known: [String: (key: Int64, record: EntryRecord)] = [:]
    let wanted = ids.map { "AND id IN (" + $0.map { _ in "?" }.joined(separator: ", ") + ")" }
    let rows = try database.prepare(
      """
      SELECT key, id, title, link, published, updated, fields FROM entries
      WHERE feed = ? AND until IS NULL \(wanted ?? "")
      """
    )
    try rows.bind([.integer(feed)] + (ids ?? []).map { .text($0) })
    while try rows.step() {
      let id = rows.text(1) ?? ""
      known[id] = (
        rows.integer(0) ?? 0,
        EntryRecord(
          id: id,
          title: rows.text(2),
          link: rows.text(3),
          published: Self.date(rows.text(4)),
          updated: Self.date(rows.text(5)),
          fields: rows.blob(6)
        )
      )
    }
    let end = try database.prepare("UPDATE entries SET until = ? WHERE key = ?")
    let insert = try database.prepare(
      """
      INSERT INTO entries (feed, since, id, title, link, published, updated, fields)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    for record in records {
      if let (key, before) = known.removeValue(forKey: record.id) {
        if before == record { continue }
        try end.run([.integer(build), .integer(key)])
      }
      try insert.run([
        .integer(feed), .integer(build), .text(record.id), .optional(record.title),
        .optional(record.link), .optional(record.published.map(RFC3339.string)),
        .optional(record.updated.map(RFC3339.string)), .blob(record.fields),
      ])
    }
    for (key, _) in known.values { try end.run([.integer(build), .integer(key)]) }
  }

  // MARK: Feeds that the site has no more

  private func others(than paths: Set<String>) throws(DatabaseError) -> [Int64] {
    let rows = try database.prepare(
      "SELECT feeds.id, path FROM documents JOIN feeds ON feeds.id = feed WHERE until IS NULL"
    )
    var others: [Int64] = []
    while try rows.step() {
      if let path = rows.text(1), !paths.contains(path) { others.append(rows.integer(0) ?? 0) }
    }
    return others
  }

  private func end(feedsOtherThan paths: Set<String>, in build: Int64) throws(DatabaseError) {
    for feed in try others(than: paths) {
      for table in ["documents", "entries"] {
        try database.run(
          "UPDATE \(table) SET until = ? WHERE feed = ? AND until IS NULL",
          [.integer(build), .integer(feed)]
        )
      }
    }
  }

  // MARK: Bounds

  /// Forgets builds beyond the number kept, and what only they had.
  private func prune(keeping mostBuilds: Int) throws(DatabaseError) {
    let oldest = try database.integer(
      "SELECT id FROM builds ORDER BY id DESC LIMIT 1 OFFSET ?",
      [.integer(Int64(clamping: max(1, mostBuilds) - 1))]
    )
    guard let oldest,
      try database.integer("SELECT 1 FROM builds WHERE id < ?", [.integer(oldest)]) != nil
    else { return }
    try database.run("DELETE FROM changes WHERE build < ?", [.integer(oldest)])
    for table in ["documents", "entries"] {
      try database.run("DELETE FROM \(table) WHERE until <= ?", [.integer(oldest)])
      // The oldest build that is kept has to be there for what holds since before it.
      try database.run(
        "UPDATE \(table) SET since = ?1 WHERE since < ?1",
        [.integer(oldest)]
      )
    }
    try database.run("DELETE FROM builds WHERE id < ?", [.integer(oldest)])
    try database.run("DELETE FROM feeds WHERE id NOT IN (SELECT feed FROM documents)")
    try database.execute("PRAGMA incremental_vacuum")
  }
}
