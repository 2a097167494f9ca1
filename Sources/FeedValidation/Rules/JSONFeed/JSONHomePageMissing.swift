extension Rule {
  static let jsonHomePageMissing = Rule(
    id: "json-home-page-missing",
    severity: .warning,
    formats: .jsonFeed,
    summary: "A JSON Feed says of which page it is the feed",
    why: "Readers link the feed’s name to the home page, and look there for an icon.",
    help: "Add home_page_url with the address of the site.",
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
          ↓{"version": "https://jsonfeed.org/version/1.1", "title": "Example", "feed_url": "https://example.org/feed.json",
           "items": []}
          """#
        )
      ]
    )
  )
}
