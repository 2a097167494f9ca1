extension Rule {
  static let jsonIDMissing = Rule(
    id: "json-id-missing",
    severity: .error,
    formats: .jsonFeed,
    summary: "An item has an id",
    why: "Readers tell new items from old ones by their ids, and discard an item that has none.",
    help: "Add an id that stays the same for ever: the item’s URL is a good one.",
    spec: "https://www.jsonfeed.org/version/1.1/#items",
    examples: Examples(
      passing: [
        .jsonItem(#""id": "https://example.org/1","#)
      ],
      failing: [
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [↓{"content_text": "Text"}]}
          """#
        )
      ]
    )
  )
}
