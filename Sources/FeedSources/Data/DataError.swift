/// The first place at which YAML, TOML, JSON or front matter cannot be read, in words for the person
/// who wrote it.
public struct DataError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line in the file, counted from 1.
  public var line: Int
  /// The column in Unicode scalars, counted from 1.
  public var column: Int
  /// What is wrong: one sentence without a full stop.
  public var message: String
  /// What to do about it, where that can be told.
  public var help: String?

  /// An error at a place.
  public init(line: Int, column: Int, message: String, help: String? = nil) {
    self.line = line
    self.column = column
    self.message = message
    self.help = help
  }

  init(_ message: String, at position: DataPosition, help: String? = nil) {
    self.init(line: position.line, column: position.column, message: message, help: help)
  }

  /// `LINE:COLUMN: MESSAGE` and, in brackets, the help.
  public var description: String {
    "\(line):\(column): \(message)" + (help.map { " (\($0))" } ?? "")
  }
}
