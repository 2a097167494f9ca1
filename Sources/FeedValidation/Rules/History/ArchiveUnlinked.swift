extension Rule {
  static let archiveUnlinked = Rule(
    id: "archive-unlinked",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "An archive document links to the archives beside it",
    why: "Without the links nobody finds the older entries.",
    help: """
      Add links with rel=\"prev-archive\" and rel=\"next-archive\" where there are \
      such documents.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc5005#section-4",
    w3c: ["ArchiveIncomplete"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><fh:archive xmlns:fh=\"http://purl.org/syndication/history/1.0\"/><link rel=\"prev-archive\" href=\"https://example.org/0\"/><link rel=\"current\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/>↓<fh:archive xmlns:fh=\"http://purl.org/syndication/history/1.0\"/><link rel=\"current\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}
