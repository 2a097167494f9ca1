/// An instant, with the offset from UTC that it was written in or is to be written in.
///
/// Equality, hashing and order are by instant alone, because `2019-06-13T05:30:00+05:30` and
/// `2019-06-13T00:00:00Z` are the same publication date; the offset is presentation.
///
/// Every value can be written as RFC 3339 and RFC 822: the local date lies in the years 0 to 9999
/// and the offset is whole minutes up to 23:59. The initializers see to it, and say how.
public struct Timestamp: Sendable {
  /// POSIX time: seconds after 1970-01-01T00:00:00Z, leap seconds not counted.
  public let secondsSince1970: Int64
  /// 0 to 999,999,999, always forward from `secondsSince1970`.
  public let nanoseconds: Int32
  /// Seconds east of UTC, a multiple of 60 between -23:59 and +23:59.
  public let offsetSeconds: Int32

  /// An instant from POSIX time.
  ///
  /// An offset with odd seconds (local mean time before the railways) loses them; one of a day or
  /// more becomes 0. So does an offset that would move the local date out of the years 0 to 9999,
  /// and an instant outside these years becomes the first or last second in them. Nanoseconds
  /// outside 0 to 999,999,999 become the nearest in it.
  public init(secondsSince1970 seconds: Int64, nanoseconds: Int32 = 0, offsetSeconds: Int32 = 0) {
    let offset =
      offsetSeconds > -86_400 && offsetSeconds < 86_400 ? offsetSeconds / 60 &* 60 : 0
    let (local, overflow) = seconds.addingReportingOverflow(Int64(offset))
    self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
    if !overflow, local >= CivilDateTime.firstSecond, local <= CivilDateTime.lastSecond {
      secondsSince1970 = seconds
      self.offsetSeconds = offset
    } else {
      secondsSince1970 = min(max(seconds, CivilDateTime.firstSecond), CivilDateTime.lastSecond)
      self.offsetSeconds = 0
    }
  }

  /// The instant so many seconds later, or earlier if there are fewer than none; the first or last one
  /// that can be written where that lies beyond it.
  public func advanced(by seconds: Int64) -> Timestamp {
    let (sum, isTooFar) = secondsSince1970.addingReportingOverflow(seconds)
    return Timestamp(
      secondsSince1970: isTooFar ? (seconds > 0 ? .max : .min) : sum,
      nanoseconds: nanoseconds,
      offsetSeconds: offsetSeconds
    )
  }

  /// The instant at which clocks with this offset show this date and time.
  public init(_ local: CivilDateTime, nanoseconds: Int32 = 0, offsetSeconds: Int32) {
    let offset =
      offsetSeconds > -86_400 && offsetSeconds < 86_400 ? offsetSeconds / 60 &* 60 : 0
    self.init(
      secondsSince1970: local.secondsSince1970InUTC &- Int64(offset),
      nanoseconds: nanoseconds,
      offsetSeconds: offset
    )
  }

  /// `nil` when there is no such date or time, or the offset is a day or more.
  public init?(
    year: Int,
    month: Int,
    day: Int,
    hour: Int = 0,
    minute: Int = 0,
    second: Int = 0,
    offsetSeconds: Int32 = 0
  ) {
    guard let date = CivilDate(year: year, month: month, day: day),
      let local = CivilDateTime(date, hour: hour, minute: minute, second: second),
      offsetSeconds > -86_400, offsetSeconds < 86_400
    else { return nil }
    self.init(local, offsetSeconds: offsetSeconds)
  }

  /// From Foundation's `Date.timeIntervalSince1970`, in UTC, to the microsecond: a `Double` of this
  /// size holds no more. What is not a number becomes 1970-01-01T00:00:00Z.
  public init(timeIntervalSince1970 interval: Double) {
    guard !interval.isNaN else {
      self.init(secondsSince1970: 0)
      return
    }
    // Far beyond year 9999 and far within Int64.
    let bounded = min(max(interval, -1e12), 1e12)
    let whole = bounded.rounded(.down)
    let microseconds = Int32(((bounded - whole) * 1e6).rounded())
    let carry: Int64 = microseconds == 1_000_000 ? 1 : 0
    self.init(
      secondsSince1970: Int64(whole) &+ carry,
      nanoseconds: carry == 1 ? 0 : microseconds &* 1_000
    )
  }

  /// For Foundation's `Date(timeIntervalSince1970:)`.
  public var timeIntervalSince1970: Double {
    Double(secondsSince1970) + Double(nanoseconds) / 1e9
  }

  /// Date and time as clocks with this offset show them.
  public var civil: CivilDateTime {
    CivilDateTime(
      uncheckedSecondsSince1970InUTC: secondsSince1970 &+ Int64(offsetSeconds)
    )
  }

  /// The same instant in UTC. (The first and last day of the calendar, written in an offset that
  /// puts them into year -1 or 10000 in UTC, stop at its end.)
  public var utc: Timestamp { withOffset(0) }

  /// The same instant, to be written in another offset.
  public func withOffset(_ offsetSeconds: Int32) -> Timestamp {
    Timestamp(
      secondsSince1970: secondsSince1970,
      nanoseconds: nanoseconds,
      offsetSeconds: offsetSeconds
    )
  }
}

extension Timestamp: Hashable, Comparable {
  /// Whether both are the same instant, whatever their offsets.
  public static func == (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 == right.secondsSince1970 && left.nanoseconds == right.nanoseconds
  }

  /// Whether the left instant is earlier.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 == right.secondsSince1970
      ? left.nanoseconds < right.nanoseconds : left.secondsSince1970 < right.secondsSince1970
  }

  /// Hashes the instant, as `==` compares it.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(secondsSince1970)
    hasher.combine(nanoseconds)
  }
}

extension Timestamp: CustomStringConvertible {
  /// The RFC 3339 form.
  public var description: String { RFC3339.string(self) }
}
