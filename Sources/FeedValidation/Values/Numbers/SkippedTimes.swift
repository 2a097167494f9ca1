extension ValueType {
  /// An hour in which a feed need not be fetched: 0 to 23, in GMT.
  public static let hour = ValueType("an hour from 0 to 23", ifEmpty: .hourInvalid) {
    value,
    _,
    report in
    let trimmed = TrimmedValue(value)
    guard !trimmed.bytes.isEmpty else { return }
    switch NumberText.whole(trimmed.bytes) {
    case .number(0...23): break
    case .number(24):
      report(
        ValueFinding(
          .hour24,
          "is “24”: the hour after midnight is 0",
          at: trimmed.start,
          replacement: "0"
        )
      )
    case .number:
      report(invalidHour(trimmed, at: 0))
    case .not(let place):
      report(invalidHour(trimmed, at: place))
    }
  }

  private static func invalidHour(_ trimmed: TrimmedValue, at place: Int) -> ValueFinding {
    ValueFinding(
      .hourInvalid,
      "is \(Excerpt.quote(trimmed.bytes)), not an hour from 0 to 23",
      at: trimmed.start + place
    )
  }

  /// A day on which a feed need not be fetched: an English weekday.
  public static let day = oneOf(
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    as: "a weekday in English",
    rule: .dayInvalid,
    meaning: [
      "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday",
      "sat": "Saturday", "sun": "Sunday",
    ]
  )
}

extension Rule {
  /// Hours are numbers.
  public static let hourInvalid = Rule(
    id: "hour-invalid",
    severity: .error,
    formats: .rss,
    summary: "An hour to skip is a whole number from 0 to 23",
    why: "Readers that obey skipHours cannot tell which hour is meant, and fetch in each.",
    help: "Write the hour in GMT, as one number from 0 to 23 in an element of its own.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-skiphours",
    w3c: ["InvalidHour"],
    examples: Examples(
      passing: [.rssChannel("<skipHours><hour>3</hour></skipHours>")],
      failing: [
        .rssChannel("<skipHours><hour>↓25</hour></skipHours>"),
        .rssChannel("<skipHours><hour>1↓.5</hour></skipHours>"),
      ]
    )
  )

  /// Midnight is hour 0.
  public static let hour24 = Rule(
    id: "hour-24",
    severity: .warning,
    formats: .rss,
    summary: "The hour after midnight is 0, not 24",
    why: "RSS 0.91 counted from 1 to 24, later versions from 0 to 23. Newer readers ignore 24.",
    help: "Write 0.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-skiphours",
    w3c: ["UseZeroForMidnight"],
    examples: Examples(
      passing: [.rssChannel("<skipHours><hour>0</hour></skipHours>")],
      failing: [.rssChannel("<skipHours><hour>↓24</hour></skipHours>")]
    )
  )

  /// Days are English weekdays.
  public static let dayInvalid = Rule(
    id: "day-invalid",
    severity: .error,
    formats: .rss,
    summary: "A day to skip is an English weekday from “Monday” to “Sunday”",
    why: "Readers that obey skipDays cannot tell which day is meant, and fetch on each.",
    help: "Write the whole English name with a capital, in an element of its own.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-skipdays",
    w3c: ["InvalidDay"],
    examples: Examples(
      passing: [.rssChannel("<skipDays><day>Sunday</day></skipDays>")],
      failing: [.rssChannel("<skipDays><day>↓Sonntag</day></skipDays>")]
    )
  )
}
