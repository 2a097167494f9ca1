import FeedXML

extension Rule {
  static let contentBeforeDescription = Rule(
    id: "content-before-description",
    severity: .warning,
    formats: .rss,
    summary: "description comes before content:encoded",
    why: """
      Some readers take the last of the two that they meet, and show the summary in \
      the place of the text.
      """,
    help: "Move description before content:encoded.",
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
        )
      ]
    )
  )
}

/// Looks for a description behind the content.
final class ContentBeforeDescriptionCheck: Check {
  private static let content = "http://purl.org/rss/1.0/modules/content/"
  let interests: [Interest] = [
    .element(content, "encoded"), .element("", "description"), .role(.item),
  ]
  private var position: SourcePosition?

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.role == .item {
      position = nil
    } else if element.parentRole == .item {
      if element.name == "encoded" {
        position = element.position
      } else if let position {
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
}
