extension Rule {
  static let selfRelative = Rule(
    id: "self-relative",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "The address that a feed has of itself is absolute",
    why: """
      A relative one says nothing to a program that was handed the document without \
      its address.
      """,
    help: "Write the whole address.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2",
    w3c: ["RelativeSelf"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"↓feed.xml\"/><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}
