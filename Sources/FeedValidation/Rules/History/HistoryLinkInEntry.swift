extension Rule {
  static let historyLinkInEntry = Rule(
    id: "history-link-in-entry",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Links between the documents of a feed stand in its head",
    why: "Readers look for them in the feed only.",
    help: "Move the link to the feed, or give it another relation.",
    spec: "https://www.rfc-editor.org/rfc/rfc5005#section-2",
    w3c: ["FeedHistoryRelInEntry"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><link rel=\"next\" href=\"https://example.org/2\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .atomEntry("↓<link rel=\"next\" href=\"https://example.org/2\"/>")
      ]
    )
  )
}
