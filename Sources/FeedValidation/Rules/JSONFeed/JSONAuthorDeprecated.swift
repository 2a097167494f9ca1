extension Rule {
  static let jsonAuthorDeprecated = Rule(
    id: "json-author-deprecated",
    severity: .info,
    formats: .jsonFeed,
    summary: "JSON Feed 1.1 has authors, an array; author is that of JSON Feed 1",
    why: "Readers that were written for JSON Feed 1.1 need not look for author.",
    help: "Write “\"authors\": [{\"name\": …}]”; author may stay beside it for old readers.",
    spec: "https://www.jsonfeed.org/version/1.1/#deprecations",
    examples: Examples(
      passing: [
        .jsonItem(#""authors": [{"name": "A"}], "author": {"name": "A"},"#),
        .document(
          #"""
          {"version": "https://jsonfeed.org/version/1", "author": {"name": "A"}, "title": "Example",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": [{"id": "1", "content_text": "Text"}]}
          """#
        ),
      ],
      failing: [
        .jsonItem(#"↓"author": {"name": "A"},"#)
      ]
    )
  )
}
