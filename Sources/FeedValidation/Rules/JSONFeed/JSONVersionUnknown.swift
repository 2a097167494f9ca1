extension Rule {
  static let jsonVersionUnknown = Rule(
    id: "json-version-unknown",
    severity: .error,
    formats: .jsonFeed,
    summary: "The version of a JSON Feed is the URL of a version of the format",
    why: """
      Readers recognise a JSON Feed by this very URL. What has another one may be taken for some \
      other JSON.
      """,
    help: "Write “https://jsonfeed.org/version/1.1”.",
    spec: "https://www.jsonfeed.org/version/1.1/#top-level",
    examples: Examples(
      passing: [
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text"}]}
          """#
        ),
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text"}]}
          """#
        ),
      ],
      failing: [
        .document(
          #"""
          {"version": ↓"https://jsonfeed.org/version/2", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text"}]}
          """#
        ),
        .document(
          #"""
          {"version": ↓"1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text"}]}
          """#
        ),
      ]
    )
  )
}
