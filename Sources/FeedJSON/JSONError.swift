/// The first place at which a text is not JSON (RFC 8259), in words for the person who wrote it.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line, counted from 1.
  public var line: Int
  /// The column in Unicode scalars, counted from 1.
  public var column: Int
  /// Bytes before the place, counted from 0.
  public var offset: Int
  /// What was found and what was expected, one sentence without a full stop.
  public var message: String
  /// Whether the text is too deep for this reader, rather than wrong.
  public var isLimit = false

  /// An error at a position.
  public init(_ message: String, at position: JSONPosition) {
    self.line = position.line
    self.column = position.column
    self.offset = position.offset
    self.message = message
  }

  /// `LINE:COLUMN: MESSAGE`.
  public var description: String { "\(line):\(column): \(message)" }
}
