extension Rule {
  static let pageBeyondEnd = Rule(
    id: "page-beyond-end",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The last page has no next one, and the first no previous one",
    why: "A program that follows the pages never ends, or ends with an error.",
    help: "Remove the link, or correct rel=\"first\" or rel=\"last\".",
    spec: "https://www.rfc-editor.org/rfc/rfc5005#section-3",
    w3c: ["LinkPastEnd"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><link rel=\"last\" href=\"https://example.org/9\"/><link rel=\"next\" href=\"https://example.org/2\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><link rel=\"last\" href=\"https://example.org/feed.xml\"/>↓<link rel=\"next\" href=\"https://example.org/2\"/><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}
