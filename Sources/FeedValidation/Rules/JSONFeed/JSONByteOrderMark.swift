extension Rule {
  static let jsonByteOrderMark = Rule(
    id: "json-byte-order-mark",
    severity: .error,
    formats: .jsonFeed,
    summary: "No byte order mark stands before JSON",
    why: """
      JSON must not begin with a byte order mark. Several widespread parsers refuse the whole \
      feed for it.
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
        .document(
          #"""
          ↓\#u{FEFF}{"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": []}
          """#
        )
      ]
    )
  )
}
