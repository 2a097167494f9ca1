extension Rule {
  static let jsonKeyTooNew = Rule(
    id: "json-key-too-new",
    severity: .info,
    formats: .jsonFeed,
    summary: "A feed that says that it is JSON Feed 1 has the keys of that version",
    why: """
      authors and language came with JSON Feed 1.1. Readers that go by the version pass over \
      them.
      """,
    help: "Write “https://jsonfeed.org/version/1.1” as the version.",
    spec: "https://www.jsonfeed.org/version/1.1/#top-level",
    examples: Examples(
      passing: [
        .jsonFeed(#""language": "en","#)
      ],
      failing: [
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1", "title": "Example", ↓"language": "en",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text"}]}
          """#
        ),
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text", ↓"authors": [{"name": "A"}]}]}
          """#
        ),
      ]
    )
  )
}
