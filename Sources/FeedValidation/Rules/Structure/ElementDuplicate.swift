extension Rule {
  static let elementDuplicate = Rule(
    id: "element-duplicate",
    severity: .error,
    formats: .xml,
    summary: "An element that may stand once stands once",
    why: """
      Which of two titles or dates is shown differs from reader to reader: some take \
      the first, some the last, some join them.
      """,
    help: "Keep the one that is meant and remove the others.",
    spec: "https://www.rssboard.org/rss-specification#requiredChannelElements",
    w3c: ["DuplicateElement"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><category>a</category><category>b</category>")
      ],
      failing: [
        .rssItem("<title>One</title>↓<title>Two</title>"),
        .atomEntry(
          "<published>2024-01-01T00:00:00Z</published>↓<published>2024-01-02T00:00:00Z</published>"
        ),
      ]
    )
  )
}
