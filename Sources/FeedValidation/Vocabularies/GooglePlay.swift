extension Vocabulary {
  /// Podcasts for Google, which closed its app in 2024.
  static let googlePlay = Vocabulary(
    namespace: "http://www.google.com/schemas/play-podcasts/1.0",
    prefix: "googleplay",
    spec: "https://support.google.com/podcast-publishers/answer/9889544",
    elements: [
      ElementDefinition("author", in: .channelsAndEntries, .once, .text(.plainText)),
      ElementDefinition("email", in: .channels, .once, .text(.addrSpec)),
      ElementDefinition("owner", in: .channels, .once, .text(.addrSpec)),
      ElementDefinition("block", in: .channelsAndEntries, .once, .text(.itunesSwitch)),
      ElementDefinition("category", in: .channels, .many, .empty, attributes: [.required("text")]),
      ElementDefinition("description", in: .channelsAndEntries, .once, .text(.atMost(4000))),
      ElementDefinition("explicit", in: .channelsAndEntries, .once, .text(.anyText)),
      ElementDefinition(
        "image",
        in: .channelsAndEntries,
        .once,
        .empty,
        attributes: [.required("href", .url)]
      ),
      ElementDefinition("new-feed-url", in: .channels, .once, .text(.url)),
    ]
  )
}
