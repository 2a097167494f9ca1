extension Rule {
  static let byteOrderMarkMissing = Rule(
    id: "byte-order-mark-missing",
    severity: .error,
    formats: .xml,
    summary: "UTF-16 begins with a byte order mark",
    why: "Without it programs guess which byte comes first.",
    help: "Write the feed in UTF-8.",
    spec: "https://www.w3.org/TR/xml/#charencoding",
    w3c: ["SAXError", "UnicodeError"],
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
        .wideDocument(
          """
          ↓<?xml version="1.0" encoding="utf-16"?>
          <rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
