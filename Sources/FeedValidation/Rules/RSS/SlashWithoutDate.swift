extension Rule {
  static let slashWithoutDate = Rule(
    id: "slash-without-date",
    severity: .warning,
    formats: .rss,
    summary: "A channel that counts comments has a lastBuildDate",
    why: """
      The count changes without anything else; the date tells readers how old it is.
      """,
    help: "Add a lastBuildDate to the channel.",
    spec: "https://www.rssboard.org/rss-profile#namespace-elements-slash-comments",
    w3c: ["SlashDate"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title>")
      ],
      failing: [
        .document(
          "<rss version=\"2.0\" xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\">↓<channel><title>T</title><link>https://example.org/</link><description>D</description><item><title>One</title><guid>https://example.org/1</guid><slash:comments>3</slash:comments></item></channel></rss>"
        )
      ]
    )
  )
}

/// Looks at the channel's end whether comments were counted.
final class SlashWithoutDateCheck: Check {
  private static let slash = "http://purl.org/rss/1.0/modules/slash/"
  let interests: [Interest] = [.element(slash, "comments"), .role(.channel)]
  private var counts = false

  func end(_ element: ElementRecord, _ context: CheckContext) {
    if element.role != .channel {
      counts = true
    } else if counts, !element.has("lastBuildDate") {
      context.report(
        .slashWithoutDate,
        "channel has items with slash:comments, but no lastBuildDate",
        at: element
      )
    }
  }
}
