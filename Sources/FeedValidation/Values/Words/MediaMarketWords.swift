extension ValueType {
  /// Whether a media object is to be had.
  static let mediaStatus = oneOf(
    ["active", "blocked", "deleted"],
    as: "a state of media",
    rule: .mediaWordUnknown
  )

  /// What is paid for.
  static let mediaPriceType = oneOf(
    ["rent", "purchase", "package", "subscription"],
    as: "a type of price",
    rule: .mediaWordUnknown
  )

  /// Who made a media object.
  static let mediaRightsStatus = oneOf(
    ["userCreated", "official"],
    as: "a status of rights",
    rule: .mediaWordUnknown
  )
}

extension Rule {
  static let mediaWordUnknown = Rule(
    id: "media-word-unknown",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Where Media RSS has a list of words, one of them stands",
    why: """
      Readers look for the words of the specification, and pass over others.
      """,
    help: "Write one of the words, in their letter case.",
    spec: "https://www.rssboard.org/media-rss#optional-elements",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><media:status xmlns:media=\"http://search.yahoo.com/mrss/\" state=\"active\"/>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><media:status xmlns:media=\"http://search.yahoo.com/mrss/\" state=\"↓open\"/>"
        )
      ]
    )
  )
}
