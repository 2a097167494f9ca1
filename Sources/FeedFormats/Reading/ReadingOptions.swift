/// What a reader is told beside the bytes.
public struct ReadingOptions: Sendable, Equatable {
  /// The charset parameter of the HTTP `Content-Type`, where there was one.
  public var charset: String?
  /// The absolute URL that the document was loaded from, which relative URLs are resolved against
  /// where the document has no base of its own.
  public var documentURL: String?
  /// Whether texts that should be plain are read as HTML where they look like it, as feed readers do:
  /// a title with `&amp;amp;` or `<b>…</b>`, an Atom content of no type with tags. What is read so is
  /// noted.
  public var guessesMarkup: Bool

  /// Options, each with its default.
  public init(charset: String? = nil, documentURL: String? = nil, guessesMarkup: Bool = true) {
    self.charset = charset
    self.documentURL = documentURL
    self.guessesMarkup = guessesMarkup
  }
}
