/// A place in a document, as people and editors name it.
public struct SourcePosition: Sendable, Hashable {
  /// 0-based byte offset in the file as it came, byte order mark included.
  public var offset: Int
  /// 1-based line. Line feed, carriage return and the pair of them each end a line once
  /// (XML 1.0 section 2.11).
  public var line: Int
  /// 1-based column in code points. A byte order mark takes none.
  public var column: Int

  /// A place.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Where every document begins.
  public static let start = SourcePosition(offset: 0, line: 1, column: 1)
}

extension SourcePosition: Comparable {
  /// Orders places in a document as they are met.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column, left.offset) < (right.line, right.column, right.offset)
  }
}

extension SourcePosition {
  /// The place after more text.
  public func advanced(over text: UnsafeBufferPointer<UInt8>) -> SourcePosition {
    LineCounter(at: self).position(after: text)
  }

  /// The place after more text.
  public func advanced(over text: some Collection<UInt8>) -> SourcePosition {
    if let position = text.withContiguousStorageIfAvailable({ advanced(over: $0) }) {
      return position
    }
    return Array(text).withUnsafeBufferPointer { advanced(over: $0) }
  }
}
