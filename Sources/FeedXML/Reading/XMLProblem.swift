/// What is wrong with a document as XML, and what the reader made of it.
public struct XMLProblem: Sendable, Equatable {
  /// What kind of thing is wrong.
  public enum Kind: Sendable, Equatable {
    /// `]]>` in text.
    case sectionEndInText
    /// `--` in a comment.
    case hyphensInComment
    /// `<?xml … ?>` that is not what XML wants of it.
    case declarationBroken
    /// `<?xml … ?>` inside of the document.
    case declarationInside
    /// A rule of XML's grammar is broken that is none of the others.
    case notWellFormed
    /// A reference to an entity that XML does not know. HTML's names were read as HTML has them,
    /// others as the text that they are.
    case undefinedEntity(name: String, isHTML: Bool)
    /// A reference to an entity that the document type declares, but not as short plain text; it was
    /// read as the text that it is.
    case entityOfDocumentType(name: String)
    /// A reference to a character that XML does not allow, as written; it was left out.
    case forbiddenReference(String)
    /// An ampersand that begins no reference; it was read as itself.
    case bareAmpersand
    /// A `<` that begins no tag, or stands in an attribute's value; it was read as itself.
    case bareLessThan
    /// An attribute's value without quotes; it was read as if it had them.
    case valueWithoutQuotes
    /// An attribute's value in quotes such as `“”`; it was read as if they were straight.
    case typographicQuotes
    /// An attribute's value whose closing quote is missing; it was read up to the next white space.
    case valueUnclosed
    /// An attribute that is nothing but a name; it was left out.
    case attributeWithoutValue
    /// An attribute that a tag has twice; the second was left out.
    case attributeRepeated
    /// Attributes without white space between them.
    case attributesUnspaced
    /// Characters in a tag that belong to no attribute; they were left out.
    case strayInTag(String)
    /// An end tag with more in it than a name, as written.
    case strayInEndTag(String)
    /// `<!DOCTYPE` in other letters; it was left out.
    case documentTypeMisspelt
    /// A document type declaration of another form than XML's; it was left out.
    case documentTypeBroken
    /// A tag whose `>` is missing, as written.
    case tagUnclosed(String)
    /// A tag in which the document ends, as written up to there.
    case tagCutOff(String)
    /// An element without its end tag, which was closed by the end tag of an element around it, as
    /// were `count` elements in all; by the end of the document if that is `nil`.
    case elementUnclosed(String, by: String?, count: Int)
    /// An end tag that was taken for that of the innermost element.
    case endTagMisspelt(String, meant: String)
    /// An end tag without its start tag; it was left out.
    case endTagStray(String)
    /// A CDATA section, comment and the like in which the document ends.
    case sectionUnclosed(Section)
    /// Text before or behind the root element; it was left out.
    case textOutsideOfRoot(isBehind: Bool)
    /// An element behind the root element; it was not read, nor what follows.
    case elementBehindRoot(String)
    /// There is no element.
    case rootMissing
    /// A prefix that is not declared; it was read as the namespace for which it is customary.
    case undeclaredPrefix(String)
    /// Another offence against Namespaces in XML.
    case namespace
    /// A tag with more attributes than are read; nothing behind it was.
    case tooManyAttributes
    /// Larger or deeper than what is read.
    case limit
  }

  /// What has a mark at its begin and at its end.
  public enum Section: Sendable, Equatable {
    /// `<![CDATA[…]]>`
    case cdata
    /// `<!--…-->`
    case comment
    /// `<?…?>`
    case instruction
    /// `<!DOCTYPE…>`
    case documentType
  }

  /// What kind of thing is wrong.
  public var kind: Kind
  /// One sentence without a full stop; one without its subject if ``isPredicate``.
  public var message: String
  /// Whether the element at hand is the subject of the message.
  public var isPredicate = false
  /// The element to blame, as written, where that is not the innermost open one.
  public var element: String?
  /// The attribute to blame, as written.
  public var attribute: String?
  /// Where.
  public var position: SourcePosition
  /// Whether the root element was not read to its end.
  public var isFatal: Bool

  /// The message with its subject before it; without one where that is the innermost open element.
  public var sentence: String {
    guard isPredicate, let element else { return message }
    return "\(attribute.map { "\($0) of " } ?? "")\(element) \(message)"
  }

  /// See the properties.
  public init(kind: Kind, message: String, position: SourcePosition, isFatal: Bool = false) {
    self.kind = kind
    self.message = message
    self.position = position
    self.isFatal = isFatal
  }
}
