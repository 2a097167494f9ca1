extension Rule {
  static let jsonIDDuplicate = Rule(
    id: "json-id-duplicate",
    severity: .error,
    formats: .jsonFeed,
    summary: "Every item has an id of its own",
    why: """
      Readers show one item of those that share an id, and take the others for older versions of \
      it.
      """,
    help: "Give each item an id of its own: its URL is a good one.",
    spec: "https://www.jsonfeed.org/version/1.1/#items",
    examples: Examples(
      passing: [
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text"}, {"id": "2", "content_text": "Text"}]}
          """#
        )
      ],
      failing: [
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text"}, {"id": ↓"1", "content_text": "More"}]}
          """#
        )
      ]
    )
  )
}
