extension Rule {
  static let completeFeedPaged = Rule(
    id: "complete-feed-paged",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A complete feed has no other pages or archives",
    why: """
      It says that everything is in this document, and that there is more elsewhere.
      """,
    help: "Remove fh:complete, or the links.",
    spec: "https://www.rfc-editor.org/rfc/rfc5005#section-2",
    w3c: ["FeedRelInCompleteFeed"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><fh:complete xmlns:fh=\"http://purl.org/syndication/history/1.0\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><fh:complete xmlns:fh=\"http://purl.org/syndication/history/1.0\"/>↓<link rel=\"next\" href=\"https://example.org/2\"/><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}
