extension Rule {
  static let completeFeedCurrentElsewhere = Rule(
    id: "complete-feed-current-elsewhere",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The current document of a complete feed is itself",
    why: "A complete feed is one document.",
    help: "Write the same address for rel=\"current\" and rel=\"self\".",
    spec: "https://www.rfc-editor.org/rfc/rfc5005#section-2",
    w3c: ["CurrentNotSelfInCompleteFeed"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><fh:complete xmlns:fh=\"http://purl.org/syndication/history/1.0\"/><link rel=\"current\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><fh:complete xmlns:fh=\"http://purl.org/syndication/history/1.0\"/>↓<link rel=\"current\" href=\"https://example.org/other.xml\"/><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}
