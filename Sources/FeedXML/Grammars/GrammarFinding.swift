/// What an XML document's check against a grammar found wrong, in words and with its place.
public struct GrammarFinding: Sendable, Equatable {
  /// What kind of law was broken. All but ``grammar`` end the check of the document.
  public enum Kind: Sendable, Equatable {
    /// XML 1.0: the document is not well-formed, or its bytes are not its encoding's.
    case wellFormedness
    /// Namespaces in XML 1.0: an undeclared prefix, a repeated expanded name.
    case namespace
    /// A document type or entity declaration, which feeds do without (RFC 4287 section 2).
    case documentType
    /// Larger or deeper than what parsers accept by default.
    case limit
    /// The grammar does not allow it.
    case grammar
  }

  /// What kind of law was broken.
  public var kind: Kind
  /// One sentence for a person, without a full stop.
  public var message: String
  /// 1-based line.
  public var line: Int
  /// 1-based column, in code points. For ``Kind/grammar`` that of the element's `<`.
  public var column: Int
  /// How far what is wrong may reach: to the end of the element, or of its own text, if it is the
  /// element itself, an attribute or a child that it lacks. The offset is 0.
  public var end: SourcePosition?
  /// Where the element around it begins, unless that is the entry or what entries stand in. The
  /// offset is 0.
  public var parent: SourcePosition?
  /// Where the element's elder sibling begins, or else its parent, if there is text before it: it may
  /// be the text that is wrong. The offset is 0.
  public var textStart: SourcePosition?
  /// 0-based ordinal of the entry in the document; `nil` outside entries.
  public var entryIndex: Int?
  /// Where the entry's start tag begins; `nil` outside entries.
  public var entryLine: Int?
  /// Column of ``entryLine``.
  public var entryColumn: Int?
  /// The element's path with 1-based positions, such as `/rss/channel/item[3]/guid`.
  public var path: String?
  /// The element's qualified name as written.
  public var element: String?
  /// The attribute's qualified name as written, where one is to blame.
  public var attribute: String?

  /// A finding outside entries, without a path.
  public init(kind: Kind, message: String, line: Int, column: Int) {
    self.kind = kind
    self.message = message
    self.line = line
    self.column = column
  }
}
