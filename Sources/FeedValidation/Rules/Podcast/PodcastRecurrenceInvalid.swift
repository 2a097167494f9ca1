extension Rule {
  static let podcastRecurrenceInvalid = Rule(
    id: "podcast-recurrence-invalid",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "A recurrence says how often, and from when it counts",
    why: """
      Apps compute the next episode’s date from it, and show none if they cannot.
      """,
    help: "Begin the rule with FREQ=, and add dtstart where it has a COUNT.",
    spec:
      "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/update-frequency.md",
    w3c: [],
    examples: Examples(
      passing: [
        .rssChannel(
          "<podcast:updateFrequency xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" rrule=\"FREQ=WEEKLY\">Weekly</podcast:updateFrequency>"
        )
      ],
      failing: [
        .rssChannel(
          "<podcast:updateFrequency xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" rrule=\"↓FREQ=WEEKLY;COUNT=10\">Ten weeks</podcast:updateFrequency>"
        )
      ]
    )
  )
}

/// Looks at the parts of recurrence rules (RFC 5545, section 3.3.10).
final class PodcastRecurrenceInvalidCheck: Check {
  let interests: [Interest] = [.element(PodcastGuidInvalidCheck.podcast, "updateFrequency")]
  private static let frequencies: Set<Substring> = [
    "SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY",
  ]
  private static let parts: Set<Substring> = [
    "FREQ", "UNTIL", "COUNT", "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY",
    "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST",
  ]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard let rule = element.attribute("rrule"),
      let complaint = complaint(rule.value, hasStart: element.attribute("dtstart") != nil)
    else { return }
    context.report(
      .podcastRecurrenceInvalid,
      "rrule of \(element.qualifiedName) \(complaint)",
      at: element,
      position: rule.position,
      attribute: "rrule"
    )
  }

  private func complaint(_ rule: String, hasStart: Bool) -> String? {
    var hasFrequency = false
    var counts = false
    for part in rule.split(separator: ";", maxSplits: 32) {
      let name = part.prefix { $0 != "=" }
      let value = part.dropFirst(name.count + 1)
      guard Self.parts.contains(name), !value.isEmpty else {
        return "has the part \(Excerpt.quote(String(part))), of which there is none"
      }
      if name == "FREQ" {
        guard Self.frequencies.contains(value) else {
          return "has the frequency \(Excerpt.quote(String(value))), of which there is none"
        }
        hasFrequency = true
      }
      if name == "COUNT" { counts = true }
    }
    if !hasFrequency { return "has no FREQ" }
    return counts && !hasStart ? "counts, but nothing says from when: there is no dtstart" : nil
  }
}
