import FeedXML

extension Rule {
  static let mediaAdultDeprecated = Rule(
    id: "media-adult-deprecated",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Media RSS rates with media:rating",
    why: "Media RSS 1.5 dropped media:adult; readers look for media:rating.",
    help: "Write <media:rating>adult</media:rating> or nonadult.",
    spec: "https://www.rssboard.org/media-rss#media-adult",
    w3c: ["DeprecatedMediaAdult"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><media:rating xmlns:media=\"http://search.yahoo.com/mrss/\">nonadult</media:rating>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title>↓<media:adult xmlns:media=\"http://search.yahoo.com/mrss/\">true</media:adult>"
        )
      ]
    )
  )
}

/// Looks for the element.
final class MediaAdultDeprecatedCheck: Check {
  let interests: [Interest] = [.element(KnownNamespaces.media, "adult")]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    context.report(
      .mediaAdultDeprecated,
      "\(element.qualifiedName) is no longer part of Media RSS",
      at: element
    )
  }
}
