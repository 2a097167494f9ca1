import FeedXML

extension Rule {
  static let mediaContentUnreachable = Rule(
    id: "media-content-unreachable",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Media content has an address or a player",
    why: "Without either there is nothing that a reader could show.",
    help: "Add the url of the file, or a media:player in the content.",
    spec: "https://www.rssboard.org/media-rss#media-content",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><media:content xmlns:media=\"http://search.yahoo.com/mrss/\" url=\"https://example.org/a.mp4\"/>"
        ),
        .rssItem(
          "<title>One</title><media:content xmlns:media=\"http://search.yahoo.com/mrss/\"><media:player url=\"https://example.org/play\"/></media:content>"
        ),
      ],
      failing: [
        .rssItem(
          "<title>One</title>↓<media:content xmlns:media=\"http://search.yahoo.com/mrss/\" medium=\"video\"/>"
        )
      ]
    )
  )
}

/// Looks for an address, or a child that leads to one.
final class MediaContentUnreachableCheck: Check {
  let interests: [Interest] = [.element(KnownNamespaces.media, "content")]

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.attribute("url") == nil,
      !["player", "embed", "peerLink"].contains(where: { element.has($0) })
    else { return }
    context.report(
      .mediaContentUnreachable,
      "\(element.qualifiedName) has neither a url nor a media:player",
      at: element
    )
  }
}
