extension Rule {
  /// Dates of RSS and OPML are RFC 822's.
  public static let dateNotRFC822 = Rule(
    id: "date-not-rfc822",
    severity: .error,
    formats: [.rss, .opml],
    summary: "A date is one after RFC 822, such as “Thu, 13 Jun 2019 10:30:00 +0000”",
    why: """
      RSS and OPML know one form of dates, in English whatever the feed's language is. Readers that \
      cannot read a date sort the item as new each time, or at the very end.
      """,
    help: "Write the date as “Thu, 13 Jun 2019 10:30:00 +0000”.",
    spec: "https://www.rssboard.org/rss-profile#data-types-datetime",
    w3c: ["InvalidRFC2822Date"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><pubDate>Thu, 13 Jun 2019 10:30:00 +0000</pubDate>"),
        .rssItem("<title>One</title><pubDate>13 Jun 2019 10:30 GMT</pubDate>"),
      ],
      failing: [
        .rssItem("<title>One</title><pubDate>↓2019-06-13T10:30:00Z</pubDate>"),
        .rssItem("<title>One</title><pubDate>Thu, 13 ↓Juni 2019 10:30:00 +0000</pubDate>"),
        .rssItem("<title>One</title><pubDate>Thu, 13 Jun 2019 10:30:0↓0</pubDate>"),
      ]
    )
  )

  /// The weekday is the date's.
  public static let dateWrongWeekday = Rule(
    id: "date-wrong-weekday",
    severity: .error,
    formats: [.rss, .opml],
    summary: "The weekday of a date is the one that the date falls on",
    why: """
      Weekday and date contradict each other, so one of them is wrong. Strict readers drop such a \
      date, and the others cannot know which part was meant.
      """,
    help: "Correct the weekday or the date, or leave the weekday out: it is optional.",
    spec: "https://www.rfc-editor.org/rfc/rfc822#section-5.2",
    w3c: ["IncorrectDOW", "InvalidRFC2822Date"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><pubDate>Thu, 13 Jun 2019 10:30:00 GMT</pubDate>")],
      failing: [.rssItem("<title>One</title><pubDate>↓Fri, 13 Jun 2019 10:30:00 GMT</pubDate>")]
    )
  )

  /// Dates hold no comments.
  public static let dateWithComment = problem(
    id: "date-with-comment",
    summary: "A date has no comments in parentheses",
    why: "RFC 822 comes from mail, where dates may hold comments. Most feed readers fail at them.",
    help: "Leave out what is in parentheses, and the parentheses.",
    failing: "Thu, 13 Jun 2019 10:30:00 +0000 ↓(UTC)"
  )

  /// The parts of a date have single spaces between them.
  public static let dateSpacing = problem(
    id: "date-spacing",
    summary: "The parts of a date have single spaces between them",
    why: "Simple readers split the date at each space, and find the parts in the wrong places.",
    help: "Put one space after the comma and between the parts, and none elsewhere.",
    failing: "Thu,↓  6 Jun 2019 10:30:00 +0000"
  )

  /// Names in dates are written as the standard has them.
  public static let dateLetterCase = problem(
    id: "date-letter-case",
    summary: "Weekdays and months begin with a capital, and zones are all capitals",
    why: "Some readers look for “Jun” and “GMT”, and not for “jun” and “gmt”.",
    help: "Write weekdays and months as in “Thu” and “Jun”, and zones as in “GMT”.",
    failing: "Thu, 13 ↓JUN 2019 10:30:00 +0000"
  )

  /// Years have four digits.
  public static let dateYearTwoDigits = problem(
    id: "date-year-two-digits",
    summary: "The year of a date has four digits",
    why: "Readers differ about the century, so that an old post can come to stand before new ones.",
    help: "Write the year with four digits.",
    failing: "Thu, 13 Jun ↓19 10:30:00 +0000"
  )

  /// Military zones mean nothing certain.
  public static let dateZoneMilitary = problem(
    id: "date-zone-military",
    summary: "The time zone of a date is no single letter, but for “Z”",
    why: """
      RFC 822 had the signs of the military zones wrong, so its successor lets readers ignore them. \
      The time is off by hours in some readers.
      """,
    help: "Write the offset from UTC instead, such as “+0000” or “-0500”.",
    failing: "Thu, 13 Jun 2019 10:30:00 ↓Q"
  )

  /// Offsets are those of places.
  public static let dateOffsetUnusual = problem(
    id: "date-offset-unusual",
    summary: "The offset from UTC is one that clocks on earth have",
    why: """
      Offsets are whole quarters of an hour, from -1200 to +1400. Another one is most likely a \
      program's mistake, and some readers reject it.
      """,
    help: "Write the offset as hours and minutes: “+0530” is five and a half hours east of UTC.",
    failing: "Thu, 13 Jun 2019 10:30:00 ↓-0234"
  )

  private static func problem(
    id: String,
    summary: String,
    why: String,
    help: String,
    failing: String
  ) -> Rule {
    Rule(
      id: id,
      severity: .warning,
      formats: [.rss, .opml],
      summary: summary,
      why: why,
      help: help,
      spec: "https://www.rssboard.org/rss-profile#data-types-datetime",
      w3c: ["ProblematicalRFC822Date"],
      examples: Examples(
        passing: [
          .rssItem("<title>One</title><pubDate>Thu, 13 Jun 2019 10:30:00 +0000</pubDate>")
        ],
        failing: [.rssItem("<title>One</title><pubDate>\(failing)</pubDate>")]
      )
    )
  }
}
