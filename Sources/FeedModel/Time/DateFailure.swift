/// Why a text is not a date: what is wrong, and at which bytes of the text.
public struct DateFailure: Error, Sendable, Hashable {
  /// A component of a date; the raw value is how messages name it.
  public enum Part: String, Sendable, Hashable {
    case year, month, day, hour, minute, second, weekday
    case fraction = "fraction of a second"
    case offset = "offset from UTC"
    case zone = "time zone"
    case dateSeparator = "\"-\" between year, month and day"
    case timeSeparator = "\"T\" between date and time"
    case colon = "\":\" between hours, minutes and seconds"
    case comma = "comma after the weekday"
    case space = "space"
    case comment = "closing parenthesis"
  }

  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// There is no text.
    case empty
    /// The text ends where this part should begin.
    case missing(Part)
    /// Something else stands where this part should.
    case malformed(Part)
    /// The part has a value that no date has, such as month 13 or hour 24.
    case outOfRange(Part, Int)
    /// The month has fewer days, such as 30 February.
    case noSuchDay(year: Int, month: Int, day: Int)
    /// The date falls on another day of the week.
    case wrongWeekday(written: Weekday, actual: Weekday)
    /// Second 60 anywhere but at the end of a month in UTC (RFC 3339, section 5.7).
    case leapSecondNotAtMonthEnd
    /// A lower-case `t` or `z`, where the format asks for upper case (RFC 4287, section 3.3).
    case lowercaseDesignator
    /// A form that only an older syntax has, such as a year of two digits.
    case formNotAllowed(RFC822.Forms)
    /// The date is complete, and there is more.
    case trailingText
  }

  /// What is wrong.
  public var reason: Reason
  /// Where: bytes of the text that was parsed, empty at its end for what is missing.
  public var range: Range<Int>

  /// A failure at these bytes.
  public init(_ reason: Reason, at range: Range<Int>) {
    self.reason = reason
    self.range = range
  }
}

extension DateFailure.Reason: CustomStringConvertible {
  /// A phrase that can follow "not a date: ", such as `February has 29 days in 2024`.
  public var description: String {
    switch self {
    case .empty: return "it is empty"
    case .missing(let part): return "missing \(part.rawValue)"
    case .malformed(let part): return "expected the \(part.rawValue)"
    case .outOfRange(.hour, 24): return "hour 24 (midnight is hour 00 of the next day)"
    case .outOfRange(let part, let value):
      switch part {
      case .year: return "year \(value) is not one of four digits"
      case .month: return "month \(value) (months are 01 to 12)"
      case .day: return "day \(value) (days begin at 01)"
      case .hour: return "hour \(value) (hours are 00 to 23)"
      case .minute: return "minute \(value) (minutes are 00 to 59)"
      case .second: return "second \(value) (seconds are 00 to 59)"
      case .offset: return "an offset from UTC of this size does not exist"
      default: return "\(part.rawValue) \(value) is out of range"
      }
    case .noSuchDay(let year, let month, _):
      let days = CivilDate.daysInMonth(month, year: year)
      return month == 2
        ? "February has \(days) days in \(year)"
        : "\(EnglishCalendar.monthName(month)) has \(days) days"
    case .wrongWeekday(let written, let actual):
      return "the date is a \(actual.name), not a \(written.name)"
    case .leapSecondNotAtMonthEnd:
      return "second 60 is only possible at the end of a month in UTC"
    case .lowercaseDesignator: return "\"T\" and \"Z\" must be upper case"
    case .formNotAllowed(let forms): return forms.description
    case .trailingText: return "unexpected text after the date"
    }
  }
}

extension DateFailure: CustomStringConvertible {
  /// The reason, and where it is, counted in characters from 1.
  public var description: String {
    reason == .empty ? reason.description : "\(reason) at character \(range.lowerBound + 1)"
  }
}
