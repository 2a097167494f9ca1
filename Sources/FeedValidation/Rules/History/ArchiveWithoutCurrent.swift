extension Rule {
  static let archiveWithoutCurrent = Rule(
    id: "archive-without-current",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "An archive document links to the current one",
    why: "A reader that comes across the archive cannot find the feed.",
    help: "Add a link with rel=\"current\".",
    spec: "https://www.rfc-editor.org/rfc/rfc5005#section-4",
    w3c: ["MissingCurrentInArchive"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><fh:archive xmlns:fh=\"http://purl.org/syndication/history/1.0\"/><link rel=\"prev-archive\" href=\"https://example.org/0\"/><link rel=\"current\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/>↓<fh:archive xmlns:fh=\"http://purl.org/syndication/history/1.0\"/><link rel=\"prev-archive\" href=\"https://example.org/0\"/><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}
