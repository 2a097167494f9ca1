extension Rule {
  static let servedWithoutVersion = Rule(
    id: "served-without-version",
    severity: .info,
    formats: .all,
    summary: "A server says which version of a feed it sends",
    why: """
      Without ETag and Last-Modified every reader gets the whole feed every time, changed \
      or not. Some readers then ask less often.
      """,
    help: """
      Have the server send an ETag or Last-Modified, and answer 304 to who has that \
      version.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8",
    examples: Examples(
      passing: [
        .response(
          """
          Content-Type: application/atom+xml
          Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT
          """,
          #"<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        )
      ],
      failing: [
        .response(
          """
          Content-Type: application/atom+xml
          """,
          #"↓<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        )
      ]
    )
  )
}
