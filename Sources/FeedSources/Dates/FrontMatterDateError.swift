import FeedModel

/// Why a text in front matter is not a date, and what to write.
public struct FrontMatterDateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Error, Sendable, Hashable {
    /// Nothing is there.
    case empty
    /// It does not look like a date.
    case notADate
    /// A part of the date is missing, malformed or impossible, such as 30 February or hour 24.
    case invalid(DateFailure.Reason)
    /// `06/07/2019`: both orders give a date. These are they, the day first and the month first.
    case ambiguousOrder(dayFirst: CivilDate, monthFirst: CivilDate)
    /// A year of two digits.
    case shortYear
    /// A word where a month, weekday, zone or `AM`/`PM` would stand.
    case unknownWord(String)
    /// An abbreviation that several zones share, such as `IST`.
    case ambiguousZone(String, meanings: String)
    /// A zone that the database does not have.
    case zone(SiteTimeZoneError)
    /// `10:00 PM` has hours 1 to 12, this has another.
    case hourWithMeridiem(Int)
    /// `2019-W24-4` or `2019-164`.
    case weekOrOrdinalDate
    /// Digits only, but neither `YYYY`, `YYYYMMDD` nor ten digits of Unix time.
    case bareNumber
    /// Eleventy's words for a date that the file system or git knows.
    case fileTime(String)
    /// Text behind the date.
    case trailingText(String)
  }

  /// The text, cut off after 128 bytes.
  public var text: String
  /// What is wrong.
  public var reason: Reason

  /// An error about this text.
  public init(text: String, reason: Reason) {
    self.text = text
    self.reason = reason
  }

  /// What to write instead.
  public var help: String {
    switch reason {
    case .ambiguousOrder(let dayFirst, let monthFirst):
      "write \(Self.iso(dayFirst)) for \(Self.english(dayFirst)) or "
        + "\(Self.iso(monthFirst)) for \(Self.english(monthFirst))"
    case .shortYear: "write the year with four digits, such as 2019-06-13"
    case .invalid(.outOfRange(.hour, 24)): "write 00:00 on the next day"
    case .invalid(.wrongWeekday): "correct the weekday, the date or leave the weekday out"
    case .ambiguousZone:
      "write the offset from UTC, such as 2019-06-13 11:30 +05:30"
    case .zone(let error): error.help ?? "write the offset from UTC, such as +05:30"
    case .hourWithMeridiem: "write the time with 24 hours, such as 22:00"
    case .bareNumber:
      "write 2019-06-13, or Unix time in seconds (ten digits)"
    case .fileTime: "write the date itself, such as 2019-06-13"
    default: "write 2019-06-13 or 2019-06-13 11:30 +02:00"
    }
  }

  /// The text, the reason and the help, in one line.
  public var description: String { "\"\(text)\" is not a date: \(reason); \(help)" }

  static func iso(_ date: CivilDate) -> String {
    let text = RFC3339.string(
      Timestamp(
        CivilDateTime(unchecked: date, hour: 0, minute: 0, second: 0),
        offsetSeconds: 0
      )
    )
    return String(text.prefix(10))
  }

  private static func english(_ date: CivilDate) -> String {
    "\(date.day) \(EnglishCalendar.monthName(date.month))"
  }
}

extension FrontMatterDateError.Reason: CustomStringConvertible {
  /// A phrase that can follow "not a date: ".
  public var description: String {
    switch self {
    case .empty: "it is empty"
    case .notADate: "it has no year, month and day that can be told apart"
    case .invalid(let reason): reason.description
    case .ambiguousOrder: "the day and the month cannot be told apart"
    case .shortYear: "the year has two digits"
    case .unknownWord(let word): "\"\(word)\" is no English month, weekday or time zone"
    case .ambiguousZone(let name, let meanings): "\(name) is \(meanings)"
    case .zone(let error):
      switch error.reason {
      case .unknown, .malformed: "there is no time zone \"\(error.identifier)\""
      case .noZoneInfo: "the time zone \"\(error.identifier)\" cannot be looked up"
      case .unreadable(_, let why): "the time zone \"\(error.identifier)\" cannot be read: \(why)"
      }
    case .hourWithMeridiem(let hour): "hour \(hour) does not go with AM or PM"
    case .weekOrOrdinalDate: "week dates and days of the year are not understood"
    case .bareNumber: "a number of this length is neither a date nor Unix time in seconds"
    case .fileTime(let keyword): "\"\(keyword)\" stands for a time of the file or of git"
    case .trailingText(let text): "unexpected \"\(text)\" after the date"
    }
  }
}
