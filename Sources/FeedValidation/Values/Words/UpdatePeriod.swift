extension ValueType {
  /// The unit of the syndication module's update frequency.
  public static let updatePeriod = oneOf(
    ["hourly", "daily", "weekly", "monthly", "yearly"],
    as: "a period",
    rule: .updatePeriodInvalid,
    caseRule: .wordLetterCase,
    meaning: [
      "hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "year": "yearly",
      "annually": "yearly",
    ]
  )
}

extension Rule {
  /// Update periods are one of five words.
  public static let updatePeriodInvalid = Rule(
    id: "update-period-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The update period is “hourly”, “daily”, “weekly”, “monthly” or “yearly”",
    why: "Readers that go by it know these words only, and fetch once a day otherwise.",
    help: "Write one of the words; how often within it is for sy:updateFrequency to say.",
    spec: "http://web.resource.org/rss/1.0/modules/syndication/",
    w3c: ["InvalidUpdatePeriod"],
    examples: Examples(
      passing: [.rssChannel(period("hourly"))],
      failing: [.rssChannel(period("↓always"))]
    )
  )

  private static func period(_ value: String) -> String {
    """
    <sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">\(value)\
    </sy:updatePeriod>
    """
  }
}
