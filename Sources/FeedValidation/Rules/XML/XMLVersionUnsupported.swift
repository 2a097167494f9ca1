extension Rule {
  static let xmlVersionUnsupported = Rule(
    id: "xml-version-unsupported",
    severity: .error,
    formats: .xml,
    summary: "A feed is XML 1.0",
    why: """
      The parsers of most readers know XML 1.0 only, and refuse a document of any other version.
      """,
    help: "Write version=\"1.0\"; a feed has no need of anything else.",
    spec: "https://www.w3.org/TR/xml/#sec-prolog-dtd",
    w3c: ["BadXmlVersion"],
    examples: Examples(
      passing: [
        .document(
          "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ],
      failing: [
        .document(
          "↓<?xml version=\"1.1\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ]
    )
  )
}
