extension Rule {
  static let servedAsOtherFormat = Rule(
    id: "served-as-other-format",
    severity: .warning,
    formats: .all,
    summary: "The type that a feed is served with is that of its format",
    why: """
      Programs that choose their reader by the type, as podcast apps and proxies do, hand \
      the feed to the wrong one.
      """,
    help: "Have the server send the type of the format.",
    spec: "https://www.rfc-editor.org/rfc/rfc9110#section-8.3",
    w3c: ["UnexpectedContentType"],
    examples: Examples(
      passing: [
        .response(
          """
          Content-Type: application/rss+xml
          ETag: "1"
          """,
          #"<rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description><language>en</language></channel></rss>"#
        )
      ],
      failing: [
        .response(
          """
          Content-Type: application/rss+xml
          ETag: "1"
          """,
          #"↓<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        ),
        .response(
          """
          Content-Type: text/xml
          ETag: "1"
          """,
          #"↓{"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.xml", "items": []}"#
        ),
      ]
    )
  )
}
