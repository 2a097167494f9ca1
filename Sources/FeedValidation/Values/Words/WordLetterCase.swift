extension Rule {
  /// Words have letter case.
  public static let wordLetterCase = Rule(
    id: "word-letter-case",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "A word of a list has the letter case that its specification has",
    why: "Some readers compare letter by letter, and take the word for one that they do not know.",
    help: "Write the word as the specification has it, mostly in lower case.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    w3c: [
      "InvalidItunesChannelType", "InvalidItunesEpisodeType", "InvalidYesNo", "InvalidUpdatePeriod",
    ],
    examples: Examples(
      passing: [.rssItem(episode("full"))],
      failing: [.rssItem(episode("↓Full"))]
    )
  )

  private static func episode(_ type: String) -> String {
    """
    <title>One</title><enclosure url="https://example.org/1.mp3" length="1" type="audio/mpeg"/>\
    <itunes:episodeType xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\(type)\
    </itunes:episodeType>
    """
  }
}
