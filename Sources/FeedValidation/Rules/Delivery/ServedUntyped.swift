extension Rule {
  static let servedUntyped = Rule(
    id: "served-untyped",
    severity: .warning,
    formats: .all,
    summary: "A feed is served with a type",
    why: """
      Readers have to guess from the first bytes what the document is, and some refuse to.
      """,
    help: "Have the server send a Content-Type.",
    spec: "https://www.rfc-editor.org/rfc/rfc9110#section-8.3",
    examples: Examples(
      passing: [
        .response(
          """
          Content-Type: application/atom+xml
          ETag: "1"
          """,
          #"<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        )
      ],
      failing: [
        .response(
          """
          ETag: "1"
          """,
          #"↓<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        )
      ]
    )
  )
}
