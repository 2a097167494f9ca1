import FeedXML

extension Rule {
  static let contentBeforeDescription = Rule(
    id: "content-before-description",
    severity: .warning,
    formats: .rss,
    summary: "An item with content:encoded has a description before it",
    why: """
      Some readers take the last of the two that they meet, and show the summary in \
      the place of the text; others know description only, and show nothing without one.
      """,
    help: """
      Move description before content:encoded. Where there is no summary, the text itself belongs \
      into description.
      """,
    spec: "https://www.rssboard.org/rss-profile#namespace-elements-content-encoded",
    w3c: ["NeedDescriptionBeforeContent"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><description>Short</description><content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">Long</content:encoded>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title>↓<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">Long</content:encoded><description>Short</description>"
        ),
        .rssItem(
          "<title>One</title>↓<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">Long</content:encoded>"
        ),
      ]
    )
  )
}

/// Looks for content without a description before it.
final class ContentBeforeDescriptionCheck: Check {
  private static let content = "http://purl.org/rss/1.0/modules/content/"
  let interests: [Interest] = [
    .element(content, "encoded"), .element("", "description"), .role(.item),
  ]
  private var position: SourcePosition?
  private var hasDescription = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.role == .item {
      position = nil
      hasDescription = false
    } else if element.parentRole == .item {
      if element.name == "encoded" {
        if !hasDescription { position = position ?? element.position }
        return
      }
      hasDescription = true
      if let position {
        self.position = nil
        context.report(
          .contentBeforeDescription,
          "content:encoded comes before description",
          at: element,
          position: position
        )
      }
    }
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.role == .item, let position else { return }
    self.position = nil
    context.report(
      Finding(
        rule: .contentBeforeDescription,
        message: "\(element.name) has content:encoded, but no description",
        position: position,
        element: "content:encoded"
      )
    )
  }
}
