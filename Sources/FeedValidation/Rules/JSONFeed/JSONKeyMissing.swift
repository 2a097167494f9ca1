extension Rule {
  static let jsonKeyMissing = Rule(
    id: "json-key-missing",
    severity: .error,
    formats: .jsonFeed,
    summary: "Objects of a JSON Feed have the keys that the format requires",
    why: "Without them readers have nothing to show or to load, and strict ones refuse the feed.",
    help: "Add the key.",
    spec: "https://www.jsonfeed.org/version/1.1/#top-level",
    examples: Examples(
      passing: [
        .jsonItem(
          #""attachments": [{"url": "https://example.org/1.mp3", "mime_type": "audio/mpeg"}],"#
        )
      ],
      failing: [
        .jsonItem(#""attachments": [↓{"url": "https://example.org/1.mp3"}],"#),
        .jsonFeed(#""hubs": [↓{"type": "WebSub"}],"#),
        .document(
          #"""
          ↓{"version": "https://jsonfeed.org/version/1.1",
           "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
           "items": []}
          """#
        ),
      ]
    )
  )
}
