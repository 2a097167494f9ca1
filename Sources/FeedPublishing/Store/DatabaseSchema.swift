import CSQLite

/// The tables of a database, and how older ones become newer ones.
struct DatabaseSchema: Sendable {
  /// Tells the file from other databases.
  var applicationID: Int64
  /// A step a version; what is published is never edited.
  var steps: [String]

  /// Brings a database up to date.
  ///
  /// - Throws: `DatabaseError` for a database that is none of ours, or one of a later version.
  func migrate(_ database: Database) throws(DatabaseError) {
    let version = Int(try database.integer("PRAGMA user_version") ?? 0)
    let application = try database.integer("PRAGMA application_id") ?? 0
    guard application == applicationID || version == 0 && application == 0 else {
      throw DatabaseError(
        path: database.path,
        code: SQLITE_NOTADB,
        message: "it is a database of another program"
      )
    }
    guard (0...steps.count).contains(version) else {
      throw DatabaseError(
        path: database.path,
        code: SQLITE_ERROR,
        message: "it was written by a later version of Tidings"
      )
    }
    guard version < steps.count else { return }
    try database.execute("PRAGMA auto_vacuum = INCREMENTAL")
    try database.transaction { () throws(DatabaseError) in
      // Another process may have done it in the meantime.
      let version = Int(try database.integer("PRAGMA user_version") ?? 0)
      guard (0..<steps.count).contains(version) else { return }
      for step in steps[version...] { try database.execute(step) }
      try database.execute("PRAGMA application_id = \(applicationID)")
      try database.execute("PRAGMA user_version = \(steps.count)")
    }
  }
}
