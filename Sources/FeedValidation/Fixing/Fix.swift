import FeedXML

/// How a document can be edited so that a diagnostic is no longer true: without a guess, and so that
/// readers see what they saw, or what was meant beyond doubt.
public struct Fix: Sendable, Equatable {
  /// Text in the place of some bytes.
  public struct Edit: Sendable, Equatable {
    /// Where the bytes begin. Offsets count from the document's first byte, in its own encoding.
    public var start: SourcePosition
    /// Where they end; the same as ``start`` where text is inserted.
    public var end: SourcePosition
    /// What stands there instead, with references where the encoding lacks a character.
    public var replacement: String

    /// See the properties.
    public init(start: SourcePosition, end: SourcePosition, replacement: String) {
      self.start = start
      self.end = end
      self.replacement = replacement
    }

    /// The bytes that are replaced.
    public var range: Range<Int> { start.offset..<max(start.offset, end.offset) }
  }

  /// What it does, in the imperative without a full stop: "write “2024-05-07T10:00:00+02:00”".
  public var summary: String
  /// The edits, in document order; none overlaps another. All of them belong together.
  public var edits: [Edit]

  /// See the properties.
  public init(summary: String, edits: [Edit]) {
    self.summary = summary
    self.edits = edits
  }
}

/// A fix while it is made, in terms of the document's text.
struct TextFix {
  /// See ``Fix/summary``.
  var summary: String
  /// In the text's order, none overlapping another.
  var edits: [TextEdit]

  init(_ summary: String, _ edits: [TextEdit]) {
    self.summary = summary
    self.edits = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  init(_ summary: String, _ range: Range<Int>, _ replacement: [UInt8]) {
    self.init(summary, [TextEdit(range, replacement)])
  }
}

/// Bytes of a text and what replaces them.
struct TextEdit: Equatable {
  var range: Range<Int>
  var replacement: [UInt8]

  init(_ range: Range<Int>, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }
}
