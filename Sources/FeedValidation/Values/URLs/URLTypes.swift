extension ValueType {
  /// An absolute URL, whose characters are ASCII: most of RSS. White space may stand around it.
  public static let url = type("a URL", ifEmpty: .urlRelative, URLCheck())

  /// A URL that may be relative: RDF's `about` and `resource`.
  public static let urlReference = type(
    "a URL",
    URLCheck(base: .relative, isTrimmed: false)
  )

  /// The address of a file that readers fetch over HTTP: the `url` of an RSS enclosure or source.
  public static let urlAttribute = type(
    "an http or https URL",
    ifEmpty: .urlAttributeInvalid,
    URLCheck(
      isHTTP: true,
      forbidden: .urlAttributeInvalid,
      notAbsolute: .urlAttributeInvalid,
      malformed: .urlAttributeInvalid
    )
  )

  /// An absolute IRI (RFC 3987): a URL with characters that need not be ASCII.
  public static let iri = type(
    "an IRI",
    ifEmpty: .urlRelative,
    URLCheck(allowsIRI: true, isTrimmed: false, isFollowed: false)
  )

  /// An IRI that may be relative: most of Atom.
  public static let iriReference = type(
    "an IRI",
    URLCheck(base: .relative, allowsIRI: true, isTrimmed: false)
  )

  /// Where a reference may be relative, an empty one is good: it means the document.
  private static func type(
    _ name: String,
    ifEmpty: Rule? = nil,
    _ check: URLCheck
  ) -> ValueType {
    ValueType(name, ifEmpty: ifEmpty) { value, context, report in
      check.check(value, context, report)
    }
  }
}
