extension Rule {
  static let jsonNotUTF8 = Rule(
    id: "json-not-utf8",
    severity: .error,
    formats: .jsonFeed,
    summary: "A JSON Feed is written in UTF-8",
    why: """
      JSON that is sent over a network is UTF-8. Most parsers see nothing but garbage in UTF-16 \
      and UTF-32.
      """,
    help: "Save the file as UTF-8 without a byte order mark.",
    spec: "https://www.rfc-editor.org/rfc/rfc8259#section-8.1",
    examples: Examples(
      passing: [
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": []}
          """#
        )
      ],
      failing: [
        .wideDocument(
          #"""
          ↓{"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": []}
          """#
        )
      ]
    )
  )
}
