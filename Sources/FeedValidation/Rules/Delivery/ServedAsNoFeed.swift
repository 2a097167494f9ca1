extension Rule {
  static let servedAsNoFeed = Rule(
    id: "served-as-no-feed",
    severity: .warning,
    formats: .all,
    summary: "A feed is served with the type of a feed",
    why: """
      Browsers show text/html and text/plain as pages and download \
      application/octet-stream, and readers that trust the type take the feed for a page \
      and look for feeds in it.
      """,
    help: "Have the server send the type of the format.",
    spec: "https://www.rfc-editor.org/rfc/rfc9110#section-8.3",
    w3c: ["UnexpectedContentType"],
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
          Content-Type: text/html
          ETag: "1"
          """,
          #"↓<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        ),
        .response(
          """
          Content-Type: text/plain; charset=utf-8
          ETag: "1"
          """,
          #"↓<rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description><language>en</language></channel></rss>"#
        ),
      ]
    )
  )
}
