/// What is wrong with a document as XML, and what the reader made of it.
public struct XMLProblem: Sendable, Equatable {
  /// What kind of thing is wrong.
  public enum Kind: Sendable, Equatable {
    /// A rule of XML's grammar is broken.
    case notWellFormed
    /// A reference to an entity that XML does not know. HTML's names were read as HTML has them,
    /// others as the text that they are.
    case undefinedEntity(name: String, isHTML: Bool)
    /// An ampersand that begins no reference; it was read as itself.
    case bareAmpersand
    /// A `<` that begins no tag, as white space, a digit or a sign follows it; it was read as itself.
    case bareLessThan
    /// An end tag without its start tag, or the other way round.
    case tagMismatch
    /// A prefix that is not declared, or another offence against Namespaces in XML.
    case namespace
    /// Larger or deeper than what is read.
    case limit
  }

  /// What kind of thing is wrong.
  public var kind: Kind
  /// One sentence without a full stop.
  public var message: String
  /// Where.
  public var position: SourcePosition
  /// Whether what follows was not read.
  public var isFatal: Bool

  /// See the properties.
  public init(kind: Kind, message: String, position: SourcePosition, isFatal: Bool = false) {
    self.kind = kind
    self.message = message
    self.position = position
    self.isFatal = isFatal
  }
}
