extension Rule {
  static let podcastEncoding = Rule(
    id: "podcast-encoding",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "A podcast’s feed is UTF-8",
    why: """
      Apple and other directories read feeds as UTF-8, and show wrong letters for \
      other encodings.
      """,
    help: "Save the feed as UTF-8 and declare it so.",
    spec: "https://podcasters.apple.com/support/823-podcast-requirements",
    w3c: ["NotUTF8"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><itunes:episode xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">1</itunes:episode>"
        )
      ],
      failing: [
        .document(
          "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">↓<channel><title>T</title><link>https://example.org/</link><description>D</description><itunes:type>episodic</itunes:type></channel></rss>"
        )
      ]
    )
  )
}

/// Speaks once, at the channel that has elements of the namespace.
final class PodcastEncodingCheck: Check {
  private static let itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd"
  let interests: [Interest] = [.role(.channel), .namespace(itunes)]
  private var channel: ElementRecord?
  private var isTold = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.role == .channel { channel = element }
    guard element.namespace == Self.itunes, let channel, !isTold,
      context.encoding.lowercased() != "utf-8"
    else { return }
    isTold = true
    context.report(
      Finding(
        rule: .podcastEncoding,
        message: "channel is a podcast in \(context.encoding), not in UTF-8",
        position: channel.position,
        element: channel.qualifiedName,
        path: "/rss/channel"
      )
    )
  }
}
