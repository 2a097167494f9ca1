import FeedXML

extension Rule {
  static let mediaGroupOfOne = Rule(
    id: "media-group-of-one",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "A media group has alternatives to choose from",
    why: """
      A group says that its contents are the same thing in several forms; with one \
      there is nothing to choose, and readers that look for contents in the item \
      itself miss it.
      """,
    help: "Take the content out of the group, or add the other forms.",
    spec: "https://www.rssboard.org/media-rss#media-group",
    w3c: ["MediaGroupWithoutAlternatives"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><media:group xmlns:media=\"http://search.yahoo.com/mrss/\"><media:content url=\"https://example.org/a.mp4\"/><media:content url=\"https://example.org/a.webm\"/></media:group>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title>↓<media:group xmlns:media=\"http://search.yahoo.com/mrss/\"><media:content url=\"https://example.org/a.mp4\"/></media:group>"
        )
      ]
    )
  )
}

/// Counts the contents of groups.
final class MediaGroupOfOneCheck: Check {
  let interests: [Interest] = [.element(KnownNamespaces.media, "group")]

  func end(_ element: ElementRecord, _ context: CheckContext) {
    let count = element.count(of: "content")
    guard count < 2 else { return }
    context.report(
      .mediaGroupOfOne,
      "\(element.qualifiedName) has \(count == 0 ? "no content" : "one content only")",
      at: element
    )
  }
}
