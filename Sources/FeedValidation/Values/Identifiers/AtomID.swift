extension ValueType {
  /// The id of an Atom feed or entry: an absolute IRI in the one form that comparing takes.
  public static let atomID = ValueType(
    "an absolute IRI",
    ifEmpty: .idNotAbsolute
  ) { value, context, report in
    var isSound = true
    URLCheck(allowsIRI: true, isFollowed: false, notAbsolute: .idNotAbsolute).check(value, context)
    { finding in
      if finding.rule.severity == .error { isSound = false }
      report(finding)
    }
    guard isSound else { return }
    let reading = URLReading(TrimmedValue(value))
    guard let (what, offset) = CanonicalURI.offence(reading.bytes, reading.syntax) else { return }
    report(
      ValueFinding(
        .urlNotCanonical,
        "is \(reading.quoted), which can be written in another way: \(what)",
        at: reading.place(offset)
      )
    )
  }
}

extension Rule {
  /// Ids are absolute.
  public static let idNotAbsolute = Rule(
    id: "id-not-absolute",
    severity: .error,
    formats: .atom,
    summary: "An id is an absolute IRI",
    why: """
      An id is unique in the world. A relative one is unique in its feed at most: services that \
      merge feeds take entries of two feeds for one.
      """,
    help: """
      Write an address with its scheme, a tag: URI or urn:uuid: and a UUID, and never change it \
      again.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6",
    w3c: ["InvalidFullLink", "InvalidLink"],
    examples: Examples(
      passing: [.document(feed("https://example.org/"))],
      failing: [.document(feed("↓/feed")), .document(feed("↓example.org"))]
    )
  )

  /// Ids have one form.
  public static let urlNotCanonical = Rule(
    id: "url-not-canonical",
    severity: .warning,
    formats: .atom,
    summary: "An id is written in the simplest of the ways in which its URI can be written",
    why: """
      Readers compare ids character by character. As soon as some program on the way writes the \
      URI in its usual form, they take the entry for a new one.
      """,
    help: """
      Give new entries ids in canonical form: scheme and host in lower case, no default port, a \
      path, capitals in percent-encoded bytes. Let published ids be: a new id is a new entry.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6.1",
    w3c: ["NonCanonicalURI"],
    examples: Examples(
      passing: [
        .document(feed("https://example.org/")), .document(feed("https://example.org/%C3%89")),
      ],
      failing: [
        .document(feed("https://example.or↓g")), .document(feed("https://↓EXAMPLE.org/")),
        .document(feed("https://example.org/↓%c3%89")),
      ]
    )
  )

  private static func feed(_ id: String) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><id>\(id)</id><title>Example</title>
    <updated>2024-01-01T00:00:00Z</updated><author><name>A</name></author>
    <link rel="self" href="https://example.org/feed.xml"/></feed>
    """
  }
}
