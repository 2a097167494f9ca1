extension Rule {
  static let xmlDeclarationLate = Rule(
    id: "xml-declaration-late",
    severity: .error,
    formats: .xml,
    summary: "Nothing stands before the XML declaration",
    why: """
      Strict parsers refuse a document with as much as an empty line before it.
      """,
    help: "Remove what stands before <?xml.",
    spec: "https://www.w3.org/TR/xml/#sec-prolog-dtd",
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
          ↓
          <?xml version="1.0" encoding="utf-8"?>
          <rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
