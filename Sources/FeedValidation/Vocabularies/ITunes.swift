extension Vocabulary {
  /// Podcasts for Apple: the requirements of Apple Podcasts.
  static let itunes = Vocabulary(
    namespace: "http://www.itunes.com/dtds/podcast-1.0.dtd",
    prefix: "itunes",
    spec: "https://podcasters.apple.com/support/823-podcast-requirements",
    elements: [
      ElementDefinition(
        "author",
        in: .channelsAndEntries,
        .once,
        .text(.plainText.and(.atMost(255)).and(.personName))
      ),
      ElementDefinition("title", in: .channelsAndEntries, .once, .text(.plainText)),
      ElementDefinition(
        "subtitle",
        in: .channelsAndEntries,
        .once,
        .text(.plainText.and(.atMost(255)))
      ),
      ElementDefinition("summary", in: .channelsAndEntries, .once, .text(.podcastSummary)),
      ElementDefinition(
        "keywords",
        in: .channelsAndEntries,
        .once,
        .text(.plainText.and(.atMost(255)).and(.keywords))
      ),
      ElementDefinition(
        "block",
        in: .channelsAndEntries,
        .once,
        .text(.itunesSwitch)
      ),
      ElementDefinition(
        "explicit",
        in: .channelsAndEntries,
        .once,
        .text(.itunesExplicit)
      ),
      ElementDefinition(
        "image",
        in: .channelsAndEntries,
        .once,
        .empty,
        attributes: [.required("href", .urlAttribute)]
      ),
      // Of the show.
      ElementDefinition(
        "category",
        in: .channels,
        .many,
        .elements,
        attributes: [.required("text", .itunesCategory)]
      ),
      // Which are right depends on the category around it: see ITunesSubcategoryCheck.
      ElementDefinition(
        "category",
        in: [.element("category")],
        .many,
        .empty,
        attributes: [.required("text", blank: .itunesCategoryInvalid)]
      ),
      ElementDefinition(
        "owner",
        in: .channels,
        .once,
        .elements,
        required: [RequiredChild("email", .itunesOwnerWithoutEmail)]
      ),
      ElementDefinition(
        "name",
        in: [.element("owner")],
        .once,
        .text(.plainText.and(.atMost(255)))
      ),
      ElementDefinition("email", in: [.element("owner")], .once, .text(.addrSpec)),
      ElementDefinition("type", in: .channels, .once, .text(.itunesType)),
      ElementDefinition("complete", in: .channels, .once, .text(.itunesSwitch)),
      ElementDefinition("new-feed-url", in: .channels, .once, .text(.url)),
      ElementDefinition("applepodcastsverify", in: .channels, .once, .text(.anyText)),
      ElementDefinition("pubDate", in: .channels, .once, .text(.rfc822)),
      // Of the episode.
      ElementDefinition("duration", in: .entries, .once, .text(.itunesDuration)),
      ElementDefinition("episode", in: .entries, .once, .text(.positiveInteger)),
      ElementDefinition("season", in: .entries, .once, .text(.positiveInteger)),
      ElementDefinition("episodeType", in: .entries, .once, .text(.itunesEpisodeType)),
      // Apple dropped them; they harm nobody.
      ElementDefinition("order", in: .entries, .once, .text(.integer)),
      ElementDefinition("isClosedCaptioned", in: .entries, .once, .text(.anyText)),
    ]
  )
}
