extension Rule {
  static let textInputAvoidable = Rule(
    id: "text-input-avoidable",
    severity: .warning,
    formats: .rss,
    summary: "A channel has no textInput",
    why: "Hardly any reader shows the field.",
    help: "Leave the element out.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-textinput",
    w3c: ["AvoidTextInput"],
    examples: Examples(
      passing: [
        .rssChannel("<ttl>60</ttl>")
      ],
      failing: [
        .rssChannel(
          "↓<textInput><title>Search</title><description>Search the site</description><name>q</name><link>https://example.org/search</link></textInput>"
        )
      ]
    )
  )
}

/// Looks for the element.
final class TextInputAvoidableCheck: Check {
  let interests: [Interest] = [.role(.textInput)]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard element.parentRole == .channel else { return }
    if element.name == "textinput", context.kind != .rss(version: "0.91") {
      context.report(
        .elementUndefined,
        "textinput is no element of RSS",
        at: element,
        help: "Write textInput; names of elements have case."
      )
      return
    }
    context.report(.textInputAvoidable, "channel has a \(element.name)", at: element)
  }
}
