extension Rule {
  static let itunesOwnerMissing = Rule(
    id: "itunes-owner-missing",
    severity: .info,
    formats: .xmlFeeds,
    summary: "A podcast names its owner’s address",
    why: """
      Apple asks for it no longer, but Spotify and others still send a code to it \
      before they list a show.
      """,
    help: """
      Add itunes:owner with itunes:email, if you want to list the show elsewhere than \
      at Apple.
      """,
    spec: "https://podcasters.apple.com/support/823-podcast-requirements",
    w3c: ["MissingItunesEmail"],
    examples: Examples(
      passing: [
        .rssChannel(
          "<language>en</language><itunes:explicit xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">false</itunes:explicit><itunes:category xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" text=\"Arts\"/><itunes:image xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" href=\"https://example.org/a.png\"/><itunes:owner xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><itunes:email>a@example.org</itunes:email></itunes:owner>"
        )
      ],
      failing: [
        .document(
          "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">↓<channel><title>T</title><link>https://example.org/</link><description>D</description><language>en</language><itunes:explicit>false</itunes:explicit><itunes:category text=\"Arts\"/><itunes:image href=\"https://example.org/a.png\"/></channel></rss>"
        )
      ]
    )
  )
}
