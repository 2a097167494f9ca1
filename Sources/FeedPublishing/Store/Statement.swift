import CSQLite

/// A value that goes into a statement.
enum DatabaseValue: Sendable {
  case integer(Int64)
  case text(String)
  case blob([UInt8])
  case null

  /// A text, or NULL for none.
  static func optional(_ text: String?) -> DatabaseValue { text.map(Self.text) ?? .null }
  /// A number, or NULL for none.
  static func optional(_ number: Int64?) -> DatabaseValue { number.map(Self.integer) ?? .null }
}

/// A compiled statement. Columns count from 0, values from 1 as SQLite has it, but are given in order.
final class Statement {
  private let handle: OpaquePointer
  private let database: Database

  /// SQLite makes a copy of what it is given.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ handle: OpaquePointer, _ database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Starts anew with other values.
  func bind(_ values: [DatabaseValue]) throws(DatabaseError) {
    sqlite3_reset(handle)
    for (index, value) in values.enumerated() {
      let column = Int32(index + 1)
      let code =
        switch value {
        case .integer(let number): sqlite3_bind_int64(handle, column, number)
        case .text(let text):
          sqlite3_bind_text(handle, column, text, Int32(clamping: text.utf8.count), Self.copied)
        case .blob(let bytes):
          sqlite3_bind_blob(handle, column, bytes, Int32(clamping: bytes.count), Self.copied)
        case .null: sqlite3_bind_null(handle, column)
        }
      try database.check(code)
    }
  }

  /// Goes to the next row; false if there is none.
  func step() throws(DatabaseError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      try database.check(code)
      return false
    }
  }

  /// Runs to the end with some values.
  func run(_ values: [DatabaseValue]) throws(DatabaseError) {
    try bind(values)
    while try step() {}
  }

  func integer(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(handle, column)
  }

  func text(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func blob(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }
}
