extension Rule {
  static let servedAsGeneric = Rule(
    id: "served-as-generic",
    severity: .info,
    formats: .all,
    summary: "The type that a feed is served with says that it is a feed",
    why: """
      All readers take application/xml, text/xml and application/json, but only the type \
      of a feed lets a browser offer to subscribe.
      """,
    help: "Have the server send the type of the format.",
    spec: "https://www.rfc-editor.org/rfc/rfc9110#section-8.3",
    w3c: ["NonSpecificMediaType"],
    examples: Examples(
      passing: [
        .response(
          """
          Content-Type: application/feed+json
          ETag: "1"
          """,
          #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.xml", "items": []}"#
        )
      ],
      failing: [
        .response(
          """
          Content-Type: text/xml
          ETag: "1"
          """,
          #"↓<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        ),
        .response(
          """
          Content-Type: application/json
          ETag: "1"
          """,
          #"↓{"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.xml", "items": []}"#
        ),
      ]
    )
  )
}
