extension Rule {
  static let itunesEpisodeNumberMissing = Rule(
    id: "itunes-episode-number-missing",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Every episode of a serial show has its number",
    why: "Apple Podcasts sorts a serial show by the numbers of its episodes.",
    help: """
      Add itunes:episode to the item, or say itunes:episodeType trailer or bonus.
      """,
    spec: "https://podcasters.apple.com/support/823-podcast-requirements",
    w3c: [],
    examples: Examples(
      passing: [
        .document(
          "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel><title>T</title><link>https://example.org/</link><description>D</description><itunes:type>serial</itunes:type><item><title>One</title><itunes:episode>1</itunes:episode></item></channel></rss>"
        )
      ],
      failing: [
        .document(
          "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel><title>T</title><link>https://example.org/</link><description>D</description><itunes:type>serial</itunes:type>↓<item><title>One</title></item></channel></rss>"
        )
      ]
    )
  )
}

/// Looks for numbers where a show is serial.
final class ITunesEpisodeNumberMissingCheck: Check {
  let interests: [Interest] = [
    .element(ITunesElementMissingCheck.itunes, "type"),
    .element(ITunesElementMissingCheck.itunes, "episodeType"), .role(.item), .role(.entry),
  ]

  private var isSerial = false
  private var isExtra = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.role == .item || element.role == .entry { isExtra = false }
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    switch element.name {
    case "type":
      isSerial = element.text.lowercased() == "serial"
    case "episodeType":
      isExtra = ["trailer", "bonus"].contains(element.text.lowercased())
    default:
      guard isSerial, !isExtra, !element.has("episode", in: ITunesElementMissingCheck.itunes),
        element.name != "liveItem"
      else { return }
      context.report(
        .itunesEpisodeNumberMissing,
        "\(element.qualifiedName) has no itunes:episode, and the show is serial",
        at: element
      )
    }
  }
}
