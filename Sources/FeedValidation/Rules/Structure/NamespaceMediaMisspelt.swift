extension Rule {
  static let namespaceMediaMisspelt = Rule(
    id: "namespace-media-misspelt",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "The namespace of Media RSS ends with a slash",
    why: """
      Several other spellings are about, and programs that compare letter by letter \
      find no pictures with them.
      """,
    help: "Write http://search.yahoo.com/mrss/.",
    spec: "https://www.rssboard.org/media-rss#namespace-declaration",
    w3c: ["MediaRssNamespace", "UnknownNamespace"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><media:keywords xmlns:media=\"http://search.yahoo.com/mrss/\">a</media:keywords>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><media:keywords xmlns:media=\"↓http://search.yahoo.com/mrss\">a</media:keywords>"
        )
      ]
    )
  )
}
