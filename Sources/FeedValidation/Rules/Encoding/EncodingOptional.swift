extension Rule {
  static let encodingOptional = Rule(
    id: "encoding-optional",
    severity: .info,
    formats: .xml,
    summary: "The encoding is UTF-8 or UTF-16",
    why: """
      XML requires programs to know these two; the others are known to most.
      """,
    help: "Write the feed in UTF-8.",
    spec: "https://www.w3.org/TR/xml/#charencoding",
    w3c: ["NonstdEncoding"],
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
          <?xml version="1.0" encoding="↓iso-8859-2"?>
          <rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
