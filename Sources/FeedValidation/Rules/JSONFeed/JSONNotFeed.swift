extension Rule {
  static let jsonNotFeed = Rule(
    id: "json-not-feed",
    severity: .error,
    formats: .jsonFeed,
    summary: "A JSON document that is to be a feed has a version and items",
    why: """
      Readers know a JSON Feed by its version and look for its items. They take a document \
      without both for some other data.
      """,
    help: """
      Check the address. If it is the right one, begin the document with “{"version": \
      "https://jsonfeed.org/version/1.1", "title": …, "items": […]}”.
      """,
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
        .document(#"↓{"name": "example", "version": "1.0.0"}"#),
        .document(#"↓[{"id": "1", "content_text": "Text"}]"#),
      ]
    )
  )
}
