extension Rule {
  static let jsonFeedURLMissing = Rule(
    id: "json-feed-url-missing",
    severity: .warning,
    formats: .jsonFeed,
    summary: "A JSON Feed says its own address",
    why: """
      feed_url is what tells the feed from others, and what WebSub subscribes to. Readers that \
      were handed the document cannot find it otherwise.
      """,
    help: "Add feed_url with the address that the feed is published at.",
    spec: "https://www.jsonfeed.org/version/1.1/#top-level",
    examples: Examples(
      passing: [
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text"}]}
          """#
        )
      ],
      failing: [
        .document(
          #"""
          ↓{"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/",
           "items": []}
          """#
        )
      ]
    )
  )
}
