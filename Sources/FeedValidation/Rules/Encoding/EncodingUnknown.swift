extension Rule {
  static let encodingUnknown = Rule(
    id: "encoding-unknown",
    severity: .error,
    formats: .xml,
    summary: "The encoding is one that programs know",
    why: "Programs that do not know it show nothing, or guess.",
    help: "Write the feed in UTF-8, and say so.",
    spec: "https://www.w3.org/TR/xml/#charencoding",
    w3c: ["UnknownEncoding"],
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
          <?xml version="1.0" encoding="↓utf-88"?>
          <rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
