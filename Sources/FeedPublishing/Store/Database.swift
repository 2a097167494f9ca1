import CSQLite

/// A database in one file, as far as Tidings needs SQLite: statements with values, rows, transactions.
///
/// SQLite is used as it is, and not through a library for Swift: those bring Foundation along, and with
/// it 5 ms at every start of the tool. A database belongs to one task at a time.
final class Database {
  private let handle: OpaquePointer
  let path: String

  /// Opens a database.
  ///
  /// - Parameter isNew: Whether it is made where there is none.
  init(_ path: String, isReadOnly: Bool) throws(DatabaseError) {
    self.path = path
    var handle: OpaquePointer?
    let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(handle)
      throw DatabaseError(path: path, code: code, message: message)
    }
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
    // Another build may be at it; it needs milliseconds.
    sqlite3_busy_timeout(handle, 5_000)
    // A file that somebody hands us may hold triggers and views that do what they like.
    _ = tidings_sqlite3_set_flag(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = tidings_sqlite3_set_flag(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that have neither values nor rows.
  func execute(_ sql: String) throws(DatabaseError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Compiles a statement.
  func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    guard let statement else {
      throw DatabaseError(path: path, code: SQLITE_MISUSE, message: "no statement in \(sql)")
    }
    return Statement(statement, self)
  }

  /// Runs a statement to its end.
  func run(_ sql: String, _ values: [DatabaseValue] = []) throws(DatabaseError) {
    let statement = try prepare(sql)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// The number in the first column of the first row; nil for no row and for NULL.
  func integer(_ sql: String, _ values: [DatabaseValue] = []) throws(DatabaseError) -> Int64? {
    let statement = try prepare(sql)
    try statement.bind(values)
    guard try statement.step() else { return nil }
    return statement.integer(0)
  }

  /// Runs a body in a transaction, which is undone if it throws.
  func transaction<Result>(
    _ body: () throws(DatabaseError) -> Result
  ) throws(DatabaseError) -> Result {
    // Immediate: two writers wait for each other here, and not in the middle.
    try execute("BEGIN IMMEDIATE")
    do throws(DatabaseError) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The number of the row that was inserted last.
  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  func check(_ code: Int32) throws(DatabaseError) {
    guard code != SQLITE_OK else { return }
    throw DatabaseError(path: path, code: code, message: String(cString: sqlite3_errmsg(handle)))
  }
}

/// What went wrong with a database.
public struct DatabaseError: Error, Sendable, Equatable {
  /// The file.
  public var path: String
  /// SQLite's result code.
  public var code: Int32
  /// SQLite's words.
  public var message: String

  /// Whether the file is no database, or a damaged one.
  public var isDamaged: Bool {
    [SQLITE_NOTADB, SQLITE_CORRUPT].contains(code & 0xFF)
  }
}
