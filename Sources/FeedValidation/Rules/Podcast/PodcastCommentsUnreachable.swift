extension Rule {
  static let podcastCommentsUnreachable = Rule(
    id: "podcast-comments-unreachable",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Comments have an address unless they are disabled",
    why: "Apps load the comments from the address; without it they show none.",
    help: """
      Add uri with the address of the first post, or write protocol=\"disabled\".
      """,
    spec:
      "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/social-interact.md",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><podcast:socialInteract xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" protocol=\"disabled\"/>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title>↓<podcast:socialInteract xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" protocol=\"activitypub\"/>"
        )
      ]
    )
  )
}

/// Looks for addresses of comments.
final class PodcastCommentsUnreachableCheck: Check {
  let interests: [Interest] = [.element(PodcastGuidInvalidCheck.podcast, "socialInteract")]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard element.attribute("uri") == nil,
      let kind = element.attribute("protocol"), kind.value != "disabled"
    else { return }
    context.report(
      .podcastCommentsUnreachable,
      "\(element.qualifiedName) has no uri",
      at: element
    )
  }
}
