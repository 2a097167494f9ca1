extension Vocabulary {
  /// Podcasts of Blubrry and PowerPress.
  static let rawVoice = Vocabulary(
    namespace: "http://www.rawvoice.com/rawvoiceRssModule/",
    prefix: "rawvoice",
    spec: "https://blubrry.com/developer/rawvoice-rss/",
    elements: [
      ElementDefinition(
        "rating",
        in: .channels,
        .once,
        .text(.anyText),
        attributes: [.optional("tv"), .optional("movie")]
      ),
      ElementDefinition("frequency", in: .channels, .once, .text(.anyText)),
      ElementDefinition("location", in: .channels, .once, .text(.anyText)),
      ElementDefinition("mycast", in: .channels, .once, .text(.anyText)),
      ElementDefinition("subscribe", in: .channels, .once, .empty, unknownAttributeRule: nil),
      ElementDefinition(
        "donate",
        in: .channels,
        .once,
        .text(.anyText),
        attributes: [.required("href", .url)]
      ),
      ElementDefinition(
        "liveStream",
        in: .channels,
        .many,
        .text(.anyText),
        attributes: [.optional("schedule"), .optional("duration"), .optional("type")]
      ),
      ElementDefinition(
        "httpLiveStream",
        in: .channels,
        .many,
        .text(.anyText),
        attributes: [.optional("schedule"), .optional("duration"), .optional("type")]
      ),
      ElementDefinition(
        "flashLiveStream",
        in: .channels,
        .many,
        .text(.anyText),
        attributes: [.optional("schedule"), .optional("duration"), .optional("type")]
      ),
      ElementDefinition(
        "shoutcastLiveStream",
        in: .channels,
        .many,
        .text(.anyText),
        attributes: [.optional("schedule"), .optional("duration"), .optional("type")]
      ),
      ElementDefinition("liveEmbed", in: .channels, .once, .text(.anyText)),
      ElementDefinition(
        "poster",
        in: .entries,
        .once,
        .empty,
        attributes: [.required("url", .url)]
      ),
      ElementDefinition("isHd", in: .entries, .once, .text(.yesNo)),
      ElementDefinition("embed", in: .entries, .once, .text(.anyText)),
      ElementDefinition(
        "alternateEnclosure",
        in: .entries,
        .many,
        .empty,
        attributes: [
          .required("src", .url), .optional("type", .mediaType),
          .optional("length", .enclosureLength),
        ]
      ),
      ElementDefinition(
        "webm",
        in: .entries,
        .many,
        .empty,
        attributes: [
          .required("src", .url), .optional("type", .mediaType),
          .optional("length", .enclosureLength),
        ]
      ),
      ElementDefinition(
        "mp4",
        in: .entries,
        .many,
        .empty,
        attributes: [
          .required("src", .url), .optional("type", .mediaType),
          .optional("length", .enclosureLength),
        ]
      ),
      ElementDefinition(
        "ogg",
        in: .entries,
        .many,
        .empty,
        attributes: [
          .required("src", .url), .optional("type", .mediaType),
          .optional("length", .enclosureLength),
        ]
      ),
      ElementDefinition(
        "metamark",
        in: .entries,
        .many,
        .optionalText(.anyText),
        attributes: [
          .optional("type"), .optional("link", .url), .optional("position", .nonNegativeInteger),
          .optional("duration", .nonNegativeInteger),
        ]
      ),
    ]
  )
}
