extension Rule {
  static let jsonNextIsSelf = Rule(
    id: "json-next-is-self",
    severity: .error,
    formats: .jsonFeed,
    summary: "The next page of a feed is not the feed itself",
    why: "Readers that follow next_url load the same items again and again.",
    help: """
      Write the address of the page with older items, and leave next_url out on the last page.
      """,
    spec: "https://www.jsonfeed.org/version/1.1/#top-level",
    examples: Examples(
      passing: [
        .jsonFeed(#""next_url": "https://example.org/feed.json?page=2","#)
      ],
      failing: [
        .jsonFeed(#""next_url": ↓"https://example.org/feed.json","#)
      ]
    )
  )
}
