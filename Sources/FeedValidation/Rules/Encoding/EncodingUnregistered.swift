extension Rule {
  static let encodingUnregistered = Rule(
    id: "encoding-unregistered",
    severity: .info,
    formats: .xml,
    summary: "The encoding has its registered name",
    why: "Programs look for the registered names; others are known to some.",
    help: "Write the registered name.",
    spec: "https://www.w3.org/TR/xml/#charencoding",
    w3c: ["NonstdEncoding", "ObscureEncoding"],
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
          <?xml version="1.0" encoding="↓x-sjis"?>
          <rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
