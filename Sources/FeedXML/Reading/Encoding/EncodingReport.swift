/// How a document's bytes were read, and what had to be guessed or mended for it.
public struct EncodingReport: Sendable, Equatable {
  /// What decided the encoding.
  public enum Evidence: Sendable, Hashable {
    /// Bytes FE FF, FF FE or EF BB BF at the beginning: they win over all else (RFC 7303 section 3).
    case byteOrderMark
    /// The charset parameter of the HTTP `Content-Type`.
    case charset
    /// The `encoding` of the XML declaration.
    case declaration
    /// Nothing else, so that XML 1.0 section 4.3.3 says UTF-8.
    case standard
    /// What the first bytes look like (XML 1.0 appendix F.1).
    case firstBytes
  }

  /// The encoding that was used.
  public var encoding: TextEncoding
  /// What decided it.
  public var evidence: Evidence
  /// True if the document begins with `<?xml`, apart from what was skipped.
  public var hasXMLDeclaration: Bool
  /// What the XML declaration says, and where its label stands.
  public var declaration: EncodingClaim?
  /// Where the text begins, after byte order mark and whatever else was skipped.
  public var textStart: SourcePosition
  /// What was wrong: first with the labels, then with the bytes.
  public var problems: [EncodingProblem]

  /// Whether the text is the document's own bytes, so that offsets in one are offsets in the other.
  public var isUTF8Throughout: Bool {
    encoding == .utf8
      && !problems.contains { problem in
        switch problem {
        case .invalidBytes, .windowsBytes, .forbiddenCharacters: true
        default: false
        }
      }
  }
}

/// A word on a document's encoding, from the document or about it.
public struct EncodingClaim: Sendable, Hashable {
  /// Where it comes from.
  public var evidence: EncodingReport.Evidence
  /// The label as written; for byte order marks and first bytes the encoding's name.
  public var label: String
  /// Where a declaration's label stands; `nil` for all else.
  public var position: SourcePosition?

  /// A word on a document's encoding.
  public init(evidence: EncodingReport.Evidence, label: String, position: SourcePosition? = nil) {
    self.evidence = evidence
    self.label = label
    self.position = position
  }
}

/// Something about a document's bytes that its publisher should know.
public enum EncodingProblem: Sendable, Equatable {
  /// No byte order mark, charset or declaration says the encoding. UTF-8 is what XML and JSON take
  /// it for, and JSON knows nothing else.
  case missingDeclaration
  /// No encoding is known by the label. It was not used.
  case unknownLabel(EncodingClaim)
  /// The label is not one that IANA registered, though some know it; the preferred one follows.
  case unregisteredLabel(EncodingClaim, preferred: String)
  /// Most readers know the encoding, but none has to.
  case optionalEncoding(EncodingClaim)
  /// Few readers know the encoding.
  case obscureEncoding(EncodingClaim)
  /// A label says otherwise than what was used, which has more weight.
  case contradiction(EncodingClaim, used: EncodingClaim)
  /// UTF-16 and UTF-32 have to begin with a byte order mark (XML 1.0 section 4.3.3).
  case missingByteOrderMark(assumed: String)
  /// White space stands before the XML declaration, where nothing may: so many characters.
  case leadingWhitespace(count: Int)
  /// Something else does, such as a script's complaint or a second byte order mark: so many
  /// characters, white space included, the first at the place.
  case leadingJunk(count: Int, first: SourcePosition)
  /// Bytes that mean nothing in the encoding.
  case invalidBytes(InvalidBytes)
  /// Bytes 0x80 to 0x9F, which ISO 8859 gives to control characters, were read as the quotation
  /// marks and dashes of the Windows code page, as browsers do.
  case windowsBytes(InvalidBytes)
  /// Text that was declared to have one byte a character is all valid UTF-8: so many characters of
  /// more than one byte, the first at the place (in the text as it was declared).
  case looksLikeUTF8(characters: Int, first: SourcePosition)
  /// Characters that XML 1.0 forbids (section 2.2): control characters, U+FFFE and U+FFFF.
  case forbiddenCharacters(count: Int, first: SourcePosition, character: Unicode.Scalar)

  /// Bytes that were read in another way than they should have been.
  public struct InvalidBytes: Sendable, Equatable {
    /// What stands in their place.
    public enum Reading: Sendable, Hashable {
      /// The characters that the bytes are in windows-1252, as readers show them.
      case windows1252
      /// What UTF-8 makes of them, where ASCII was declared.
      case utf8
      /// The character of the Windows code page that extends the declared encoding.
      case windowsCodePage
      /// U+FFFD for each.
      case replacementCharacter
    }

    /// How many bytes; for UTF-16 and UTF-32, how many units.
    public var count: Int
    /// The first one's place.
    public var first: SourcePosition
    /// The first one.
    public var byte: UInt8
    /// What stands in their place.
    public var reading: Reading
  }
}
