extension Rule {
  static let titleMissing = Rule(
    id: "title-missing",
    severity: .error,
    formats: [.rss, .rdf],
    summary: "What needs a title has one",
    why: "Readers list feeds and pictures by their titles.",
    help: "Add a title.",
    spec: "https://www.rssboard.org/rss-specification#requiredChannelElements",
    w3c: ["MissingTitle", "MissingElement"],
    examples: Examples(
      passing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ],
      failing: [
        .document(
          "<rss version=\"2.0\">↓<channel><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ]
    )
  )
}
