/// Something in a source file that keeps the site from being built.
public struct SourceProblem: Error, Sendable, Equatable {
  /// The file, as the user named it.
  public var path: String
  /// The line, from 1; nil when the whole file is meant.
  public var line: Int?
  /// The column, from 1.
  public var column: Int?
  /// What is wrong.
  public var message: String
  /// What to do about it.
  public var help: String?

  /// A problem at a place in a file.
  public init(
    path: String,
    line: Int? = nil,
    column: Int? = nil,
    message: String,
    help: String? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.help = help
  }
}
