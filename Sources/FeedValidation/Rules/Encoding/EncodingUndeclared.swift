extension Rule {
  static let encodingUndeclared = Rule(
    id: "encoding-undeclared",
    severity: .info,
    formats: .xml,
    summary: "A feed says its encoding",
    why: """
      Without a word on it UTF-8 is the rule, but some programs guess from the first \
      letters that are not ASCII.
      """,
    help: "Begin the feed with <?xml version=\"1.0\" encoding=\"utf-8\"?>.",
    spec: "https://www.w3.org/TR/xml/#charencoding",
    w3c: ["MissingEncoding"],
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
          "↓<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ]
    )
  )
}
