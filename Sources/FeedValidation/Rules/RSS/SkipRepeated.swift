extension Rule {
  static let skipRepeated = Rule(
    id: "skip-repeated",
    severity: .error,
    formats: .rss,
    summary: "skipHours and skipDays name nothing twice",
    why: """
      The specification forbids it; it hints at a list that was put together wrongly.
      """,
    help: "Name each hour and day once.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-skiphours",
    w3c: ["DuplicateValue"],
    examples: Examples(
      passing: [
        .rssChannel("<skipHours><hour>1</hour><hour>2</hour></skipHours>")
      ],
      failing: [
        .rssChannel("<skipHours><hour>1</hour>↓<hour>1</hour></skipHours>")
      ]
    )
  )
}

/// Remembers what was named.
final class SkipRepeatedCheck: Check {
  let interests: [Interest] = [.element("", "hour"), .element("", "day")]
  private var seen: Set<String> = []

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard !element.text.isEmpty, element.text.utf8.count < 16 else { return }
    guard !seen.insert(element.name + meaning(of: element.text)).inserted else { return }
    context.report(
      .skipRepeated,
      "\(element.name) \(Excerpt.quote(element.text)) is named twice",
      at: element
    )
  }

  /// Hours are numbers, of which 24 is 0.
  private func meaning(of text: String) -> String {
    Int(text).map { String($0 == 24 ? 0 : $0) } ?? text.lowercased()
  }
}
