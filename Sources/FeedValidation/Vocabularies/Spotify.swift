extension Vocabulary {
  /// Podcasts for Spotify.
  static let spotify = Vocabulary(
    namespace: "http://www.spotify.com/ns/rss",
    prefix: "spotify",
    spec: "https://podcasters.spotify.com/",
    elements: [
      ElementDefinition("countryOfOrigin", in: .channels, .once, .text(.anyText)),
      ElementDefinition(
        "limit",
        in: .channels,
        .once,
        .empty,
        attributes: [.required("recentCount", .positiveInteger)]
      ),
      ElementDefinition("access", in: .channelsAndEntries, .once, .anything),
    ]
  )
}
