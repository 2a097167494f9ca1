extension Rule {
  static let guidMissing = Rule(
    id: "guid-missing",
    severity: .warning,
    formats: .rss,
    summary: "An item has a guid",
    why: """
      Readers tell by it whether they have shown an item. Without one they go by link \
      or title, and a corrected title comes back as a new item.
      """,
    help: """
      Add a guid that never changes: the permalink, or any text that is unique with \
      isPermaLink=\"false\".
      """,
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-guid",
    w3c: ["MissingGuid"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><guid>https://example.org/1</guid>")
      ],
      failing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description>↓<item><title>One</title></item></channel></rss>"
        )
      ]
    )
  )
}

/// Looks at what an item has at its end.
final class GuidMissingCheck: Check {
  let interests: [Interest] = [.role(.item)]

  func end(_ item: ElementRecord, _ context: CheckContext) {
    // Older versions have no guid.
    guard context.kind == .rss(version: "2.0"), !item.has("guid", in: "") else { return }
    context.report(.guidMissing, "item has no guid", at: item)
  }
}
