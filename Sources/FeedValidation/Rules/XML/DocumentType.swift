extension Rule {
  static let documentType = Rule(
    id: "document-type",
    severity: .warning,
    formats: .xml,
    summary: "A feed has no document type declaration",
    why: """
      Feeds need none, readers load none, and many refuse documents that have one, \
      since attacks on XML parsers begin with it.
      """,
    help: "Remove the declaration.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-2",
    w3c: ["ContainsSystemEntity"],
    examples: Examples(
      passing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ],
      failing: [
        .document(
          "↓<!DOCTYPE rss><rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ]
    )
  )
}
