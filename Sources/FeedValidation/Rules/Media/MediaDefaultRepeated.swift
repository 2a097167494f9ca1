import FeedXML

extension Rule {
  static let mediaDefaultRepeated = Rule(
    id: "media-default-repeated",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "One content of a group is the default",
    why: "With two defaults each reader plays another one.",
    help: "Leave isDefault=\"true\" with the content that is to be played first.",
    spec: "https://www.rssboard.org/media-rss#media-content",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><media:group xmlns:media=\"http://search.yahoo.com/mrss/\"><media:content url=\"https://example.org/a.mp4\" isDefault=\"true\"/><media:content url=\"https://example.org/a.webm\"/></media:group>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><media:group xmlns:media=\"http://search.yahoo.com/mrss/\"><media:content url=\"https://example.org/a.mp4\" isDefault=\"true\"/><media:content url=\"https://example.org/a.webm\" isDefault=\"↓true\"/></media:group>"
        )
      ]
    )
  )
}

/// Looks at the contents of each group.
final class MediaDefaultRepeatedCheck: Check {
  let interests: [Interest] = [
    .element(KnownNamespaces.media, "group"), .element(KnownNamespaces.media, "content"),
  ]
  private var hasDefault = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.name == "group" {
      hasDefault = false
      return
    }
    guard element.parentName == "group", let value = element.attribute("isDefault"),
      value.value == "true"
    else { return }
    if hasDefault {
      context.report(
        .mediaDefaultRepeated,
        "isDefault is true of a second content in the group",
        at: element,
        position: value.position,
        attribute: "isDefault"
      )
    }
    hasDefault = true
  }
}
