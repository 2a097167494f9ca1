import FeedXML

extension Rule {
  static let itemMisplaced = Rule(
    id: "item-misplaced",
    severity: .warning,
    formats: .rss,
    summary: "Items come after everything that describes the channel",
    why: """
      Readers that take a feed as it arrives have shown the items by then, without the \
      channel's title or language.
      """,
    help: "Move the items to the end of the channel.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item",
    w3c: ["MisplacedItem"],
    examples: Examples(
      passing: [
        .rssChannel("<ttl>60</ttl>")
      ],
      failing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link>↓<item><title>One</title><guid>https://example.org/1</guid></item><description>D</description></channel></rss>"
        )
      ]
    )
  )
}

/// Looks for elements of the channel behind its first item.
final class ItemMisplacedCheck: Check {
  let interests: [Interest] = [.namespace(""), .element(Vocabularies.atom, "link")]
  private var first: SourcePosition?
  private var isTold = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard element.parentRole == .channel, !isTold else { return }
    if element.role == .item {
      first = first ?? element.position
      return
    }
    guard let first else { return }
    isTold = true
    context.report(
      Finding(
        rule: .itemMisplaced,
        message: "item comes before \(element.name) of line \(element.position.line)",
        position: first,
        element: "item",
        path: "/rss/channel/item[1]"
      )
    )
  }
}
