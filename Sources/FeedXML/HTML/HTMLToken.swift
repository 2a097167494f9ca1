/// A piece of HTML as byte ranges of the tokenizer's input.
public struct HTMLToken: Sendable {
  /// What the token is.
  public enum Kind: Sendable {
    /// Character data, or the raw text of an element such as `script` (see ``HTMLToken/isRawText``).
    case text
    /// `<name …>`.
    case startTag
    /// `</name …>`.
    case endTag
    /// `<!-- … -->`.
    case comment
    /// `<!doctype …>`.
    case doctype
    /// `<![CDATA[…`, a comment that ends at the first `>` outside of SVG and MathML.
    case cdata
    /// What the HTML standard calls a bogus comment: `<?…>`, `<!…>`, `</3>`.
    case bogusComment
    /// A tag that the input ends in; the HTML standard drops it.
    case unterminated
  }

  /// What the token is.
  public internal(set) var kind = Kind.text
  /// Where it starts, at its `<` or first character.
  public internal(set) var start = 0
  /// Where the next one starts.
  public internal(set) var end = 0
  /// Where a tag's name ends; it starts after `<` or `</`.
  public internal(set) var nameEnd = 0
  /// Whether a start tag ends in `/>`.
  public internal(set) var isSelfClosing = false
  /// Whether the text is the content of `script`, `style`, `title` and their like.
  public internal(set) var isRawText = false
  /// Whether a comment or a raw text was ended by the end of the input.
  public internal(set) var isUnclosed = false

  var hasStrayLessThan = false
  // Outside of quotes: an XML writer that drops them changes where names and values end.
  var hasForbiddenCharacters = false
  // Attributes beyond the tokenizer's limit are not listed; this is where they start.
  var attributesEnd: Int?
  var key = HTMLNameKey()
  var element = HTMLElement.unknown

  /// The bytes of the token.
  public var range: Range<Int> { start..<end }

  /// The bytes of a tag's name, in its author's case; empty for other kinds.
  public var name: Range<Int> {
    switch kind {
    case .startTag: (start + 1)..<nameEnd
    case .endTag: (start + 2)..<nameEnd
    default: start..<start
    }
  }
}

/// An attribute of a start tag as byte ranges.
public struct HTMLAttribute: Sendable {
  /// How the value is written.
  public enum Quote: Sendable {
    /// There is no equals sign.
    case noValue
    /// Without quotes, maybe empty.
    case unquoted
    /// Between `'`.
    case single
    /// Between `"`.
    case double
  }

  /// Where the white space before the name starts.
  public internal(set) var start = 0
  /// The name, in its author's case.
  public internal(set) var name = 0..<0
  /// The value without its quotes, references not decoded.
  public internal(set) var value = 0..<0
  /// How the value is written.
  public internal(set) var quote = Quote.noValue
  /// Where the attribute ends, after a closing quote.
  public internal(set) var end = 0

  var key = HTMLNameKey()
}
