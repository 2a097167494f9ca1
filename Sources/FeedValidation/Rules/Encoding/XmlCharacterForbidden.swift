extension Rule {
  static let xmlCharacterForbidden = Rule(
    id: "xml-character-forbidden",
    severity: .error,
    formats: .xml,
    summary: "All characters are ones that XML allows",
    why: """
      Control characters are forbidden, even as references; strict parsers stop at \
      them.
      """,
    help: """
      Remove the character; they come with text that was pasted from elsewhere.
      """,
    spec: "https://www.w3.org/TR/xml/#charsets",
    w3c: ["SAXError"],
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
          <?xml version="1.0" encoding="utf-8"?>
          <rss version="2.0"><channel><title>T↓\u{8}</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
