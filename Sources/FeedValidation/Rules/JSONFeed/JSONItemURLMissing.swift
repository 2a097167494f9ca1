extension Rule {
  static let jsonItemURLMissing = Rule(
    id: "json-item-url-missing",
    severity: .info,
    formats: .jsonFeed,
    summary: "An item has the URL of its page",
    why: """
      Readers open the page when the title is clicked. They do not take the id for it, even if \
      it is a URL.
      """,
    help: "Add url, also where the id is the same URL.",
    spec: "https://www.jsonfeed.org/version/1.1/#items",
    examples: Examples(
      passing: [
        .jsonItem(#""url": "https://example.org/1","#)
      ],
      failing: [
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1.1", "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [↓{"id": "https://example.org/1", "content_text": "Text"}]}
          """#
        )
      ]
    )
  )
}
