extension Vocabulary {
  /// What FeedBurner adds to feeds that go through it.
  static let feedBurner = Vocabulary(
    namespace: "http://rssnamespace.org/feedburner/ext/1.0",
    prefix: "feedburner",
    spec: "https://web.archive.org/web/2007/http://www.feedburner.com/fb/a/help/",
    elements: [
      ElementDefinition("awareness", in: .channelsAndEntries, .once, .text(.url)),
      ElementDefinition("origLink", in: .entries, .once, .text(.url)),
      ElementDefinition("origEnclosureLink", in: .entries, .once, .text(.url)),
      ElementDefinition("browserFriendly", in: .channels, .once, .text(.plainText)),
      ElementDefinition("emailServiceId", in: .channels, .once, .text(.anyText)),
      ElementDefinition("feedburnerHostname", in: .channels, .once, .text(.url)),
      ElementDefinition(
        "feedFlare",
        in: .channels,
        .many,
        .text(.plainText),
        attributes: [.required("href", .iriReference), .required("src", .iriReference)]
      ),
      ElementDefinition(
        "info",
        in: .channels,
        .once,
        .empty,
        attributes: [.required("uri", feedName)]
      ),
    ]
  )

  /// The feed’s name there, which looks like a relative reference and is not meant to have a base.
  private static let feedName = ValueType("a name at FeedBurner") { value, context, report in
    var context = context
    context.hasBase = true
    ValueType.iriReference.check(value, context, report)
  }
}
