extension Rule {
  static let enclosureDuplicate = Rule(
    id: "enclosure-duplicate",
    severity: .warning,
    formats: .rss,
    summary: "An item has one enclosure",
    why: """
      The specification can be read either way; many podcast clients take the first, \
      others the last.
      """,
    help: "Publish one enclosure an item, and offer others with media:content.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-enclosure",
    w3c: ["DuplicateEnclosure"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><enclosure url=\"https://example.org/a.mp3\" length=\"1\" type=\"audio/mpeg\"/>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><enclosure url=\"https://example.org/a.mp3\" length=\"1\" type=\"audio/mpeg\"/>↓<enclosure url=\"https://example.org/b.mp3\" length=\"1\" type=\"audio/mpeg\"/>"
        )
      ]
    )
  )
}
