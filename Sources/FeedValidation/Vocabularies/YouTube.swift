extension Vocabulary {
  /// What YouTube’s feeds say of videos and channels.
  static let youTube = Vocabulary(
    namespace: "http://www.youtube.com/xml/schemas/2015",
    prefix: "yt",
    spec: "https://developers.google.com/youtube/v3/guides/push_notifications",
    elements: [
      ElementDefinition("videoId", in: .entries, .once, .text(.anyText)),
      ElementDefinition("channelId", in: .channelsAndEntries, .once, .text(.anyText)),
      ElementDefinition("playlistId", in: .channels, .once, .text(.anyText)),
    ]
  )
}
