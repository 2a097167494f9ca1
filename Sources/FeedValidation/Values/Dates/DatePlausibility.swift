import FeedModel

/// Dates that can be read and are hardly meant.
enum DatePlausibility {
  /// Clocks differ; a date so many seconds ahead of this one is no mistake.
  private static let leeway: Int64 = 600
  /// A date without a zone may be that of the place where the day begins first.
  private static let widestOffset: Int64 = 14 * 3_600

  /// Reports a date in the future or before there were feeds.
  ///
  /// - Parameters:
  ///   - date: the date that the value is.
  ///   - hasZone: whether the value says in which zone it is.
  ///   - offset: where the value's text begins.
  static func check(
    _ date: Timestamp,
    hasZone: Bool = true,
    at offset: Int,
    _ context: ValueContext,
    _ report: (ValueFinding) -> Void
  ) {
    let (ahead, overflow) = date.secondsSince1970.subtractingReportingOverflow(context.now)
    if !overflow, ahead > (hasZone ? leeway : leeway + widestOffset) {
      report(ValueFinding(.dateInFuture, "is \(span(ahead)) in the future", at: offset))
    }
    let year = date.civil.date.year
    if year < 1990 {
      report(ValueFinding(.dateTooOld, "is \(old(date, year))", at: offset))
    }
  }

  private static func old(_ date: Timestamp, _ year: Int) -> String {
    // What stands in a program's variable when nobody has put a date there.
    let isZero = abs(date.secondsSince1970) < 86_400 || year <= 1
    return isZero
      ? "a program's zero, not a date: it says \(RFC3339.string(date).prefix(10))"
      : "of the year \(year), before there were feeds"
  }

  private static func span(_ seconds: Int64) -> String {
    switch seconds {
    case ..<7_200: "\(seconds / 60) minutes"
    case ..<172_800: "\(seconds / 3_600) hours"
    case ..<63_072_000: "\(seconds / 86_400) days"
    default: "\(seconds / 31_556_952) years"
    }
  }
}

extension Rule {
  /// Dates are not in the future.
  public static let dateInFuture = Rule(
    id: "date-in-future",
    severity: .warning,
    formats: .all,
    summary: "A date is not in the future",
    why: """
      Some readers hide an entry until its date, others keep it at the top of the list until then. \
      A few hours ahead are mostly a local time with the wrong offset.
      """,
    help: "Check the offset from UTC, and publish an entry when its date has come.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-pubdate",
    w3c: ["ImplausibleDate"],
    examples: Examples(
      passing: [.atomEntry("<published>2019-06-13T10:30:00Z</published>")],
      failing: [.atomEntry("<published>↓2999-06-13T10:30:00Z</published>")]
    )
  )

  /// Dates are of a time that had feeds.
  public static let dateTooOld = Rule(
    id: "date-too-old",
    severity: .warning,
    formats: .all,
    summary: "A date is of 1990 or later",
    why: """
      Feeds began in 1999. An older date is mostly a program's zero, such as 1 January 1970, and \
      buries the entry below all others.
      """,
    help: "Write the date of publication, or leave out a date that is not known and not required.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-pubdate",
    w3c: ["ImplausibleDate"],
    examples: Examples(
      passing: [.atomEntry("<published>2019-06-13T10:30:00Z</published>")],
      failing: [.atomEntry("<published>↓1970-01-01T00:00:00Z</published>")]
    )
  )
}
