extension Rule {
  static let encodingBytesInvalid = Rule(
    id: "encoding-bytes-invalid",
    severity: .error,
    formats: .xml,
    summary: "The bytes of a feed are text in its encoding",
    why: "A strict parser stops there; others show replacement characters.",
    help: "Write the feed in the encoding that it declares, best UTF-8.",
    spec: "https://www.w3.org/TR/xml/#charencoding",
    w3c: ["UnicodeError", "SAXError"],
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
          <?xml version="1.0" encoding="us-ascii"?>
          <rss version="2.0"><channel><title>T↓é</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
