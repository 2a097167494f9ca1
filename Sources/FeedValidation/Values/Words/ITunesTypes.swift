extension ValueType {
  /// The order in which episodes are to be heard.
  public static let itunesType = oneOf(
    ["episodic", "serial"],
    as: "a podcast's type",
    rule: .itunesTypeInvalid,
    caseRule: .wordLetterCase,
    meaning: ["episodical": "episodic", "episode": "episodic"]
  )

  /// What kind of episode an item is.
  public static let itunesEpisodeType = oneOf(
    ["full", "trailer", "bonus"],
    as: "an episode's type",
    rule: .itunesEpisodeTypeInvalid,
    caseRule: .wordLetterCase
  )
}

extension Rule {
  /// Podcasts are episodic or serial.
  public static let itunesTypeInvalid = Rule(
    id: "itunes-type-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A podcast's type is “episodic” or “serial”",
    why: "Apps show a podcast of unknown type as episodic: the newest first, also if it is a tale.",
    help: "Write “serial” where episodes are to be heard in their order, or else “episodic”.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    w3c: ["InvalidItunesChannelType"],
    examples: Examples(
      passing: [.rssChannel(itunes("type", "serial"))],
      failing: [.rssChannel(itunes("type", "↓weekly"))]
    )
  )

  /// Episodes are full, trailers or bonus.
  public static let itunesEpisodeTypeInvalid = Rule(
    id: "itunes-episode-type-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "An episode's type is “full”, “trailer” or “bonus”",
    why:
      "Apps take an episode of unknown type as a full one, and put a trailer among the episodes.",
    help: "Write one of the three words, or leave the element out for a full episode.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    w3c: ["InvalidItunesEpisodeType"],
    examples: Examples(
      passing: [.rssItem("<title>One</title>" + itunes("episodeType", "bonus"))],
      failing: [.rssItem("<title>One</title>" + itunes("episodeType", "↓teaser"))]
    )
  )

  private static func itunes(_ element: String, _ value: String) -> String {
    """
    <itunes:\(element) xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\(value)\
    </itunes:\(element)>
    """
  }
}
