extension Rule {
  static let encodingWindows = Rule(
    id: "encoding-windows",
    severity: .warning,
    formats: .xml,
    summary: "A feed in ISO 8859 has no characters of Windows",
    why: """
      The bytes 80 to 9F are control characters in ISO 8859 and quotation marks in the \
      code pages of Windows; a strict program shows nothing for them.
      """,
    help: "Declare windows-1252, or write the feed in UTF-8.",
    spec: "https://encoding.spec.whatwg.org/#names-and-labels",
    w3c: ["BadCharacters"],
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
        .byteDocument(
          """
          <?xml version="1.0" encoding="iso-8859-1"?>
          <rss version="2.0"><channel><title>↓\u{93}T\\u{94}</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
