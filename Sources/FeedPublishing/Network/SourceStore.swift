import FeedModel

/// What is known of sources, in a database beside the history.
struct SourceStore {
  private let database: Database

  /// Opens the database, and makes it if there is none.
  init(_ path: String) throws(DatabaseError) {
    database = try Database(path, isReadOnly: false)
    try SourceSchema.schema.migrate(database)
  }

  /// What is known of a source.
  func record(of address: String) throws(DatabaseError) -> SourceRecord {
    let row = try database.prepare(
      """
      SELECT current, entity_tag, last_modified, checked, last_good, last_whole, failures,
      failing_since, last_error, not_before, moved_to, moved_since, gone, digest, charset, location
      FROM sources WHERE address = ?
      """
    )
    try row.bind([.text(address)])
    var record = SourceRecord(address: address)
    guard try row.step() else { return record }
    record.current = row.text(0) ?? address
    record.entityTag = row.text(1)
    record.lastModified = row.text(2)
    record.checked = Self.date(row.text(3))
    record.lastGood = Self.date(row.text(4))
    record.lastWhole = Self.date(row.text(5))
    record.failures = Int(clamping: max(row.integer(6) ?? 0, 0))
    record.failingSince = Self.date(row.text(7))
    record.lastError = row.text(8)
    record.notBefore = Self.date(row.text(9))
    record.movedTo = row.text(10)
    record.movedSince = Self.date(row.text(11))
    record.isGone = row.integer(12) == 1
    record.digest = row.integer(13).map { UInt64(bitPattern: $0) }
    record.charset = row.text(14)
    record.location = row.text(15)
    return record
  }

  /// Keeps what is known now, all or nothing.
  func keep(_ records: [SourceRecord]) throws(DatabaseError) {
    guard !records.isEmpty else { return }
    try database.transaction { () throws(DatabaseError) in
      let insert = try database.prepare(
        """
        INSERT OR REPLACE INTO sources VALUES
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
      )
      for record in records {
        try insert.run([
          .text(record.address), .text(record.current), .optional(record.entityTag),
          .optional(record.lastModified), Self.value(record.checked), Self.value(record.lastGood),
          Self.value(record.lastWhole), .integer(Int64(record.failures)),
          Self.value(record.failingSince), .optional(record.lastError),
          Self.value(record.notBefore), .optional(record.movedTo), Self.value(record.movedSince),
          .integer(record.isGone ? 1 : 0),
          .optional(record.digest.map { Int64(bitPattern: $0) }), .optional(record.charset),
          .optional(record.location),
        ])
      }
    }
  }

  /// Forgets sources that nobody asked for since a moment, but for those named; returns which.
  func forget(
    notAskedSince moment: Timestamp,
    except wanted: Set<String>
  ) throws(DatabaseError) -> [String] {
    let rows = try database.prepare("SELECT address, checked FROM sources")
    var forgotten: [String] = []
    while try rows.step() {
      guard let address = rows.text(0), !wanted.contains(address),
        Self.date(rows.text(1)).map({ $0 < moment }) ?? true
      else { continue }
      forgotten.append(address)
    }
    for address in forgotten {
      try database.run("DELETE FROM sources WHERE address = ?", [.text(address)])
    }
    return forgotten
  }

  private static func date(_ text: String?) -> Timestamp? {
    text.flatMap { try? RFC3339.parse($0) }
  }

  private static func value(_ date: Timestamp?) -> DatabaseValue {
    .optional(date.map { RFC3339.string($0.utc) })
  }
}
