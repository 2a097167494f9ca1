extension Vocabulary {
  /// How a feed looks in Feedly.
  static let webFeeds = Vocabulary(
    namespace: "http://webfeeds.org/rss/1.0",
    prefix: "webfeeds",
    spec: "https://blog.feedly.com/10-ways-to-optimize-your-feed-for-feedly/",
    elements: [
      ElementDefinition("icon", in: .channels, .many, .text(.url)),
      ElementDefinition("logo", in: .channels, .once, .text(.url)),
      ElementDefinition(
        "cover",
        in: .channels,
        .once,
        .empty,
        attributes: [.required("image", .url)]
      ),
      ElementDefinition("accentColor", in: .channels, .once, .text(.anyText)),
      ElementDefinition(
        "related",
        in: .channels,
        .once,
        .empty,
        attributes: [.optional("layout"), .optional("target")]
      ),
      ElementDefinition(
        "analytics",
        in: .channels,
        .many,
        .empty,
        attributes: [.optional("id"), .optional("engine")]
      ),
      ElementDefinition(
        "promotion",
        in: .channelsAndEntries,
        .many,
        .anything,
        unknownAttributeRule: nil
      ),
      ElementDefinition("featuredImage", in: .entries, .once, .empty, unknownAttributeRule: nil),
    ]
  )
}
