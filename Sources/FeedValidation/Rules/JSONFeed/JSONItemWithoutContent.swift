extension Rule {
  static let jsonItemWithoutContent = Rule(
    id: "json-item-without-content",
    severity: .error,
    formats: .jsonFeed,
    summary: "An item has content_html, content_text or both",
    why: "Readers that follow the format have nothing to show, and some leave the item out.",
    help: "Add content_html or content_text; a summary may repeat the first sentences of it.",
    spec: "https://www.jsonfeed.org/version/1.1/#items",
    examples: Examples(
      passing: [
        .jsonItem(#""content_html": "<p>Text</p>","#)
      ],
      failing: [
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [↓{"id": "1", "title": "One", "summary": "Text"}]}
          """#
        )
      ]
    )
  )
}
