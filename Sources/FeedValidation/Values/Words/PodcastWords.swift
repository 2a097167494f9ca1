extension ValueType {
  /// What a podcast feed holds; with an `L` behind it, a list of such feeds' items.
  public static let podcastMedium = podcastWord(
    [
      "podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher",
      "course", "mixed", "podcastL", "musicL", "videoL", "filmL", "audiobookL", "newsletterL",
      "blogL", "publisherL", "courseL",
    ],
    as: "a medium of the podcast namespace"
  )

  /// What a transcript is for.
  public static let podcastTranscriptRel = podcastWord(["captions"], as: "a transcript's relation")

  /// Whether a location is what the podcast is about or where it is made.
  public static let podcastLocationRel = podcastWord(
    ["subject", "creator"],
    as: "a location's relation"
  )

  /// Whether a live stream is to come, on or over.
  public static let podcastLiveStatus = podcastWord(
    ["pending", "live", "ended"],
    as: "a live item's status"
  )

  /// Where listeners can comment.
  public static let podcastSocialProtocol = podcastWord(
    ["disabled", "activitypub", "twitter", "lightning", "atproto", "hive", "matrix", "nostr"],
    as: "a protocol for comments",
    meaning: ["bluesky": "atproto", "mastodon": "activitypub", "fediverse": "activitypub"]
  )

  /// Where listeners can chat.
  public static let podcastChatProtocol = podcastWord(
    ["irc", "xmpp", "nostr", "matrix"],
    as: "a protocol for chats",
    meaning: ["jabber": "xmpp"]
  )

  /// How a file's integrity is proved.
  public static let podcastIntegrityType = podcastWord(
    ["sri", "pgp-signature"],
    as: "a type of integrity"
  )

  /// What kind of address a payment goes to.
  public static let podcastRecipientType = podcastWord(
    ["node", "lnaddress"],
    as: "a type of recipient"
  )

  private static func podcastWord(
    _ words: [String],
    as name: String,
    meaning: [String: String] = [:]
  ) -> ValueType {
    oneOf(words, as: name, rule: .podcastWordUnknown, meaning: meaning)
  }
}

extension Rule {
  /// Words of the podcast namespace are its own.
  public static let podcastWordUnknown = Rule(
    id: "podcast-word-unknown",
    severity: .warning,
    formats: .rss,
    summary: "Where the podcast namespace has a list of words, one of them stands",
    why: """
      Apps look for the words that the namespace lists, and ignore the whole element with another \
      one. The lists grow, so it can also be newer than this one.
      """,
    help: "Write one of the words, in lower case.",
    spec: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
    examples: Examples(
      passing: [.rssChannel(medium("music"))],
      failing: [.rssChannel(medium("↓songs"))]
    )
  )

  private static func medium(_ value: String) -> String {
    """
    <podcast:medium xmlns:podcast="https://podcastindex.org/namespace/1.0">\(value)</podcast:medium>
    """
  }
}
