/// The seven days, counted as in the C library: Sunday is 0.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case sunday, monday, tuesday, wednesday, thursday, friday, saturday

  /// The number of the weekday of a day of the years 0 to 9999.
  @inline(__always)
  static func number(ofDaysSince1970 days: Int64) -> Int {
    // 1 January 1970 was a Thursday; 719,530 days, which make the sum positive, are 102,790 weeks.
    Int(UInt32(truncatingIfNeeded: days &+ 719_530 &+ 4) % 7)
  }

  /// The English name, as in messages: `Thursday`.
  public var name: String {
    switch self {
    case .sunday: "Sunday"
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    }
  }
}

/// A day of the proleptic Gregorian calendar in the years 0 to 9999, the range that RFC 3339 can
/// write. A value always names a day that exists.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// 0 to 9999; year 0 is 1 BC.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to the length of the month.
  public let day: Int

  /// `nil` when there is no such day: month 13, 30 February, year 10000.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// Only for fields that are known to name a day; the scanners have checked them one by one, to
  /// say which is wrong.
  @inlinable
  package init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that lies `daysSince1970` days after 1 January 1970; `nil` outside the years 0 to 9999.
  public init?(daysSince1970: Int64) {
    guard daysSince1970 >= Self.firstDay, daysSince1970 <= Self.lastDay else { return nil }
    self.init(uncheckedDaysSince1970: daysSince1970)
  }

  /// The inverse of `daysSince1970`. The year is counted from March, so that the leap day is the
  /// last of its year and the length of every month before it is a linear function
  /// (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  @inlinable
  package init(uncheckedDaysSince1970 days: Int64) {
    // Shifted so that every supported day is positive: era 0 begins on 1 March of year -400.
    let shifted = UInt32(truncatingIfNeeded: days &+ 719_468 &+ 146_097)
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra &- dayOfEra / 1_460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let monthFromMarch = (5 &* dayOfYear &+ 2) / 153
    let day = dayOfYear &- (153 &* monthFromMarch &+ 2) / 5 &+ 1
    let month = monthFromMarch < 10 ? monthFromMarch &+ 3 : monthFromMarch &- 9
    let year = Int(yearOfEra) &+ Int(era) &* 400 &- 400 &+ (month <= 2 ? 1 : 0)
    self.init(uncheckedYear: year, month: Int(month), day: Int(day))
  }

  /// Whole days after 1 January 1970; negative before it.
  @inlinable
  public var daysSince1970: Int64 {
    // The same shift by one era as above keeps year 0's January positive.
    let yearFromMarch = UInt32(truncatingIfNeeded: year &+ 400 &- (month <= 2 ? 1 : 0))
    let era = yearFromMarch / 400
    let yearOfEra = yearFromMarch % 400
    let monthFromMarch = UInt32(truncatingIfNeeded: month > 2 ? month &- 3 : month &+ 9)
    let dayOfYear =
      (153 &* monthFromMarch &+ 2) / 5 &+ UInt32(truncatingIfNeeded: day) &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return Int64(era) &* 146_097 &+ Int64(dayOfEra) &- 719_468 &- 146_097
  }

  /// The day of the week.
  public var weekday: Weekday {
    Weekday(rawValue: Weekday.number(ofDaysSince1970: daysSince1970)) ?? .sunday
  }

  /// The years that a `CivilDate` can hold.
  public static let years = 0...9999

  /// 0000-01-01 and 9999-12-31 as days after 1970-01-01.
  @usableFromInline static let firstDay: Int64 = -719_528
  @usableFromInline static let lastDay: Int64 = 2_932_896

  /// Whether the year has 366 days.
  @inlinable
  public static func isLeapYear(_ year: Int) -> Bool {
    year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// 28 to 31; 0 for a month that does not exist.
  @inlinable
  public static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeapYear(year) ? 29 : 28
    default: 0
    }
  }

  /// Calendar order.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A day and a wall clock time, without a zone. Seconds go to 59: a leap second is the first second
/// of the next minute here, as it is in POSIX time.
public struct CivilDateTime: Sendable, Hashable, Comparable {
  /// The day.
  public let date: CivilDate
  /// 0 to 23.
  public let hour: Int
  /// 0 to 59.
  public let minute: Int
  /// 0 to 59.
  public let second: Int

  /// `nil` when the time is not one that a clock shows.
  public init?(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    self.init(unchecked: date, hour: hour, minute: minute, second: second)
  }

  @inlinable
  package init(unchecked date: CivilDate, hour: Int, minute: Int, second: Int) {
    self.date = date
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The date and time that a clock in UTC shows; `nil` outside the years 0 to 9999.
  public init?(secondsSince1970InUTC seconds: Int64) {
    guard seconds >= Self.firstSecond, seconds <= Self.lastSecond else { return nil }
    self.init(uncheckedSecondsSince1970InUTC: seconds)
  }

  @inlinable
  package init(uncheckedSecondsSince1970InUTC seconds: Int64) {
    // Floor division, by way of a shift to positive numbers (719,529 days cover year 0).
    let shifted = UInt64(bitPattern: seconds &+ 719_529 &* 86_400)
    let days = Int64(bitPattern: shifted / 86_400) &- 719_529
    let secondOfDay = Int(truncatingIfNeeded: shifted % 86_400)
    self.init(
      unchecked: CivilDate(uncheckedDaysSince1970: days),
      hour: secondOfDay / 3_600,
      minute: secondOfDay / 60 % 60,
      second: secondOfDay % 60
    )
  }

  /// Seconds after 1970-01-01T00:00:00Z if this were a time in UTC. Subtract an offset to get an
  /// instant.
  @inlinable
  public var secondsSince1970InUTC: Int64 {
    date.daysSince1970 &* 86_400 &+ Int64(hour &* 3_600 &+ minute &* 60 &+ second)
  }

  /// 0000-01-01T00:00:00 and 9999-12-31T23:59:59, in UTC.
  @usableFromInline static let firstSecond: Int64 = -62_167_219_200
  @usableFromInline static let lastSecond: Int64 = 253_402_300_799

  /// Calendar order.
  public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    left.secondsSince1970InUTC < right.secondsSince1970InUTC
  }
}
