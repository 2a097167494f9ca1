extension Rule {
  static let selfElsewhere = Rule(
    id: "self-elsewhere",
    severity: .info,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "The address that a feed has of itself is the one that it is at",
    why: """
      Readers move on to the address that the feed names. If another feed is there, or \
      nothing, subscribers are lost.
      """,
    help: "Write the address that the feed is published at.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2",
    w3c: ["SelfDoesntMatchLocation"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"↓https://example.org/other.xml\"/><author><name>A</name></author></feed>"
        ),
        .jsonFeed(#""feed_url": ↓"https://example.org/other.json","#),
      ]
    )
  )
}
