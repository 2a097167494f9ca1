extension Rule {
  static let itemWithoutText = Rule(
    id: "item-without-text",
    severity: .error,
    formats: .rss,
    summary: "An item has a title or a description",
    why: "Without either a reader has nothing to show.",
    help: "Add a title, a description or both.",
    spec: "https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt",
    w3c: ["ItemMustContainTitleOrDescription", "MissingElement"],
    examples: Examples(
      passing: [
        .rssItem("<description>Text</description>")
      ],
      failing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description>↓<item><link>https://example.org/1</link></item></channel></rss>"
        )
      ]
    )
  )
}

/// Looks at what an item has at its end.
final class ItemWithoutTextCheck: Check {
  let interests: [Interest] = [.role(.item)]

  func end(_ item: ElementRecord, _ context: CheckContext) {
    guard !item.has("title", in: ""), !item.has("description", in: "") else { return }
    context.report(.itemWithoutText, "item has neither title nor description", at: item)
  }
}
