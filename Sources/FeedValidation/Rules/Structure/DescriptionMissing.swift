extension Rule {
  static let descriptionMissing = Rule(
    id: "description-missing",
    severity: .error,
    formats: [.rss, .rdf],
    summary: "What needs a description has one",
    why: """
      RSS requires it of a channel, and readers show it before somebody subscribes.
      """,
    help: "Add a description, be it of one sentence.",
    spec: "https://www.rssboard.org/rss-specification#requiredChannelElements",
    w3c: ["MissingDescription", "MissingElement"],
    examples: Examples(
      passing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ],
      failing: [
        .document(
          "<rss version=\"2.0\">↓<channel><title>T</title><link>https://example.org/</link></channel></rss>"
        )
      ]
    )
  )
}
