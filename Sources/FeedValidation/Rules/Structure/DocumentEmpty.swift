extension Rule {
  static let documentEmpty = Rule(
    id: "document-empty",
    severity: .error,
    formats: .all,
    summary: "A document is not empty",
    why: """
      Readers report an error, or show no items. Mostly the program that writes the feed failed, \
      or the server sent nothing.
      """,
    help: "Check the address and the program that writes the feed.",
    spec: "https://www.w3.org/TR/xml/#sec-well-formed",
    w3c: ["SAXError"],
    examples: Examples(
      passing: [
        .document(
          #"<rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"#
        )
      ],
      failing: [
        .document("↓"),
        .document(
          "↓\n  "
        ),
      ]
    )
  )
}
