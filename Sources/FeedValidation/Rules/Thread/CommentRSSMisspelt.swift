extension Rule {
  static let commentRSSMisspelt = Rule(
    id: "comment-rss-misspelt",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "The feed of comments stands in wfw:commentRss",
    why: """
      Names have case. A typing error in the first specification made wfw:commentRSS \
      common; not every reader looks for both.
      """,
    help: "Write wfw:commentRss.",
    spec: "https://web.archive.org/web/2003/http://wellformedweb.org/story/9",
    w3c: ["CommentRSS"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><wfw:commentRss xmlns:wfw=\"http://wellformedweb.org/CommentAPI/\">https://example.org/1/feed</wfw:commentRss>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title>↓<wfw:commentRSS xmlns:wfw=\"http://wellformedweb.org/CommentAPI/\">https://example.org/1/feed</wfw:commentRSS>"
        )
      ]
    )
  )
}

/// Looks for the element.
final class CommentRSSCheck: Check {
  let interests: [Interest] = [
    .element("http://wellformedweb.org/CommentAPI/", "commentRSS")
  ]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    context.report(
      .commentRSSMisspelt,
      "\(element.qualifiedName) is called commentRss, with a capital R only",
      at: element
    )
  }
}
