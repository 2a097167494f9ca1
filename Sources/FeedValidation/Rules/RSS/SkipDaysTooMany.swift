extension Rule {
  static let skipDaysTooMany = Rule(
    id: "skip-days-too-many",
    severity: .error,
    formats: .rss,
    summary: "skipDays has at most 7 days",
    why: """
      There are no more in a week; readers may refuse the list or skip for ever.
      """,
    help: "Name each day once.",
    spec: "https://www.rssboard.org/rss-specification#skipdays",
    w3c: ["EightDaysAWeek"],
    examples: Examples(
      passing: [
        .rssChannel("<skipDays><day>Monday</day></skipDays>")
      ],
      failing: [
        .rssChannel(
          "↓<skipDays><day>Monday</day><day>Tuesday</day><day>Wednesday</day><day>Thursday</day><day>Friday</day><day>Saturday</day><day>Sunday</day><day>Monday</day></skipDays>"
        )
      ]
    )
  )
}

/// Counts at the end.
final class SkipDaysTooManyCheck: Check {
  let interests: [Interest] = [.element("", "skipDays")]

  func end(_ element: ElementRecord, _ context: CheckContext) {
    let count = element.count(of: "day")
    guard count > 7 else { return }
    context.report(.skipDaysTooMany, "skipDays has \(count) days", at: element)
  }
}
