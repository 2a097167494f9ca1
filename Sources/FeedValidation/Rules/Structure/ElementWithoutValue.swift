extension Rule {
  static let elementWithoutValue = Rule(
    id: "element-without-value",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The title of a channel, and what an entry is known by, are not empty",
    why: """
      Readers list a feed by its title and know an entry by its id: with neither, the feed has no \
      name, or its entries are mixed up.
      """,
    help: "Fill the element.",
    spec: "https://www.rssboard.org/rss-specification#requiredChannelElements",
    w3c: ["NotBlank"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><guid>https://example.org/1</guid>")],
      failing: [
        .rssItem("<title>One</title>↓<guid></guid>"),
        .document(
          "<rss version=\"2.0\"><channel>↓<title/><link>https://example.org/</link><description>D</description><language>en</language></channel></rss>"
        ),
      ]
    )
  )
}
