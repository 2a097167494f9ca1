extension Rule {
  static let encodingObscure = Rule(
    id: "encoding-obscure",
    severity: .warning,
    formats: .xml,
    summary: "The encoding is in wide use",
    why: "Few readers know it, and the others show nothing.",
    help: "Write the feed in UTF-8.",
    spec: "https://www.w3.org/TR/xml/#charencoding",
    w3c: ["ObscureEncoding"],
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
          <?xml version="1.0" encoding="↓mac-cyrillic"?>
          <rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
