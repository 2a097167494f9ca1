extension Rule {
  static let encodingContradiction = Rule(
    id: "encoding-contradiction",
    severity: .warning,
    formats: .xml,
    summary: "All that is said of the encoding agrees",
    why: """
      A byte order mark wins over HTTP, and HTTP over the declaration, but not every \
      program knows that.
      """,
    help: "Let the byte order mark, the server and the declaration say the same.",
    spec: "https://www.rfc-editor.org/rfc/rfc7303#section-3",
    w3c: ["EncodingMismatch", "UnicodeError"],
    examples: Examples(
      passing: [
        .document(
          """
          <?xml version="1.0" encoding="utf-8"?>
          <rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ],
      failing: [
        .document(
          """
          \u{FEFF}<?xml version="1.0" encoding="↓iso-8859-1"?>
          <rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
