extension Rule {
  static let linkMissing = Rule(
    id: "link-missing",
    severity: .error,
    formats: [.rss, .rdf],
    summary: "What needs a link has one",
    why: """
      Readers lead from a feed to its site by the link, and resolve other links \
      against it.
      """,
    help: "Add a link to the page.",
    spec: "https://www.rssboard.org/rss-specification#requiredChannelElements",
    w3c: ["MissingLink", "MissingElement"],
    examples: Examples(
      passing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ],
      failing: [
        .document(
          "<rss version=\"2.0\">↓<channel><title>T</title><description>D</description></channel></rss>"
        )
      ]
    )
  )
}
