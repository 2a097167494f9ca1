/// The pieces of a document's lines that diagnostics point at.
public struct SourceExcerpts: Sendable, Equatable {
  /// How many characters are kept on either side of a place.
  static let reach = 160

  /// A piece of a line.
  struct Excerpt: Sendable, Equatable {
    /// The 1-based column of its first character.
    var firstColumn: Int
    /// UTF-8.
    var bytes: [UInt8] = []
    /// Whether the line goes on after it.
    var isCut = false
  }

  struct Place: Sendable, Hashable, Comparable {
    var line: Int
    var column: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  private var excerpts: [Place: Excerpt] = [:]

  /// None.
  public init() {}

  init(_ excerpts: [Place: Excerpt]) { self.excerpts = excerpts }

  /// The piece around a place; `nil` where there is none.
  func excerpt(line: Int, column: Int) -> Excerpt? {
    excerpts[Place(line: line, column: column)]
  }
}
