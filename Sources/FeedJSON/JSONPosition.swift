/// Where something stands in a JSON text.
public struct JSONPosition: Sendable, Hashable {
  /// Bytes before it, counted from 0.
  public var offset: Int
  /// The line, counted from 1; a line ends with LF, CR LF or CR.
  public var line: Int
  /// The column in Unicode scalars, counted from 1.
  public var column: Int

  /// A position from its three counts.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }
}
