extension Rule {
  static let outlineFeedMissing = Rule(
    id: "outline-feed-missing",
    severity: .warning,
    formats: .opml,
    summary: "An outline of type rss has the feed’s address",
    why: """
      Without xmlUrl there is nothing to subscribe to, and readers leave the outline \
      out.
      """,
    help: "Add xmlUrl with the feed’s address.",
    spec: "http://opml.org/spec2.opml#subscriptionLists",
    w3c: ["MissingXmlURL"],
    examples: Examples(
      passing: [
        .opmlBody(
          "<outline text=\"One\" title=\"One\" type=\"rss\" xmlUrl=\"https://example.org/feed.xml\"/>"
        )
      ],
      failing: [
        .opmlBody("↓<outline text=\"One\" title=\"One\" type=\"rss\"/>")
      ]
    )
  )
}

/// Holds outlines against what their types want.
final class OutlineCheck: Check {
  let interests: [Interest] = [.role(.outline), .role(.opml)]
  private var isOne = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.role == .opml {
      isOne = element.attribute("version")?.value.hasPrefix("1") ?? true
      return
    }
    switch element.attribute("type")?.value.lowercased() {
    case "rss"?:
      checkFeed(element, context)
    case "link"?, "include"?:
      guard element.attribute("url") == nil else { return }
      context.report(
        .outlineAddressMissing,
        "\(element.qualifiedName) is a link, but has no url",
        at: element
      )
    case nil:
      guard element.attribute("xmlUrl") != nil else { return }
      context.report(
        .outlineTypeMissing,
        "\(element.qualifiedName) has an xmlUrl, but no type",
        at: element
      )
    default:
      guard isOne, let type = element.attribute("type") else { return }
      context.check(type, .outlineType, at: element)
    }
  }

  private func checkFeed(_ element: ElementRecord, _ context: CheckContext) {
    if element.attribute("xmlUrl") == nil {
      context.report(
        .outlineFeedMissing,
        "\(element.qualifiedName) is a feed, but has no xmlUrl",
        at: element
      )
    }
    if element.attribute("title") == nil {
      context.report(
        .outlineTitleMissing,
        "\(element.qualifiedName) is a feed, but has no title",
        at: element
      )
    }
  }
}
