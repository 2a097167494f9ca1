/// Dates of Dublin Core and of the syndication module: the W3C's "Date and Time Formats"
/// (https://www.w3.org/TR/NOTE-datetime), a profile of ISO 8601.
///
///     2019
///     2019-06
///     2019-06-13
///     2019-06-13T05:30+05:30
///     2019-06-13T05:30:00+05:30
///     2019-06-13T05:30:00.25+05:30
public enum W3CDTF {
  /// The smallest unit that a date names.
  public enum Precision: Int, Sendable, Hashable, Comparable, CaseIterable {
    case year, month, day, minute, second, fraction

    /// From the coarsest to the finest.
    public static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// A date as it was written.
  public struct Reading: Sendable, Hashable {
    /// The first instant of the year, month, day, minute or second; in UTC if no offset is given.
    public var start: Timestamp
    /// The smallest unit that is named.
    public var precision: Precision
    /// Whether an offset from UTC stands after the time.
    public var hasOffset: Bool
  }

  /// Reads a complete date; nothing may stand before or after it.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - requiresOffset: whether a time needs an offset. The note says so; ISO 8601 lets local times
  ///     go without.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    requiresOffset: Bool = true
  ) throws(DateFailure) -> Reading {
    var scanner = DateScanner(bytes)
    guard !scanner.isAtEnd else { throw DateFailure(.empty, at: 0..<0) }
    let century = try scanner.twoDigits(.year)
    let year = century &* 100 &+ (try scanner.twoDigits(.year))
    guard !scanner.isAtEnd else { return reading(year: year, precision: .year) }

    guard scanner.skip(UInt8(ascii: "-")) else { throw scanner.failure(expecting: .dateSeparator) }
    let month = try scanner.twoDigits(.month)
    guard (1...12).contains(month) else {
      throw DateFailure(.outOfRange(.month, month), at: 5..<7)
    }
    guard !scanner.isAtEnd else { return reading(year: year, month: month, precision: .month) }

    guard scanner.skip(UInt8(ascii: "-")) else { throw scanner.failure(expecting: .dateSeparator) }
    let day = try scanner.twoDigits(.day)
    if let fault = DateScanner.fault(year: year, month: month, day: day) {
      throw DateFailure(fault, at: 8..<10)
    }
    guard !scanner.isAtEnd else {
      return reading(year: year, month: month, day: day, precision: .day)
    }

    if scanner.current == UInt8(ascii: "t") { throw DateFailure(.lowercaseDesignator, at: 10..<11) }
    guard scanner.skip(UInt8(ascii: "T")) else { throw scanner.failure(expecting: .timeSeparator) }
    let date = CivilDate(uncheckedYear: year, month: month, day: day)
    return try time(of: date, &scanner, requiresOffset: requiresOffset)
  }

  /// Reads a complete date from a string.
  public static func parse(
    _ text: String,
    requiresOffset: Bool = true
  ) throws(DateFailure) -> Reading {
    try withDateBytes(text) { (bytes) throws(DateFailure) in
      try parse(bytes, requiresOffset: requiresOffset)
    }
  }

  private static func reading(
    year: Int,
    month: Int = 1,
    day: Int = 1,
    precision: Precision
  ) -> Reading {
    let date = CivilDate(uncheckedYear: year, month: month, day: day)
    let local = CivilDateTime(unchecked: date, hour: 0, minute: 0, second: 0)
    return Reading(
      start: Timestamp(local, offsetSeconds: 0),
      precision: precision,
      hasOffset: false
    )
  }

  private static func time(
    of date: CivilDate,
    _ scanner: inout DateScanner,
    requiresOffset: Bool
  ) throws(DateFailure) -> Reading {
    let start = scanner.position
    let hour = try scanner.twoDigits(.hour)
    guard scanner.skip(UInt8(ascii: ":")) else { throw scanner.failure(expecting: .colon) }
    let minute = try scanner.twoDigits(.minute)
    var second = 0
    var nanoseconds: Int32 = 0
    var precision = Precision.minute
    if scanner.skip(UInt8(ascii: ":")) {
      second = try scanner.twoDigits(.second)
      precision = .second
      if scanner.skip(UInt8(ascii: ".")) {
        guard let fraction = scanner.fraction() else {
          throw scanner.failure(expecting: .fraction)
        }
        nanoseconds = fraction
        precision = .fraction
      }
    }
    let isLeapSecond = second == 60
    let fault = DateScanner.fault(
      hour: hour,
      minute: minute,
      second: isLeapSecond ? 59 : second,
      at: start
    )
    if let fault { throw fault }

    let hasOffset = !scanner.isAtEnd
    var offset: Int32 = 0
    if hasOffset {
      offset = try RFC3339.offset(&scanner, requiresUppercase: true)
      guard scanner.isAtEnd else {
        throw DateFailure(.trailingText, at: scanner.position..<scanner.bytes.count)
      }
    } else if requiresOffset {
      throw scanner.failure(expecting: .offset)
    }

    let local = CivilDateTime(
      unchecked: date,
      hour: hour,
      minute: minute,
      second: isLeapSecond ? 59 : second
    )
    let seconds = local.secondsSince1970InUTC &- Int64(offset)
    if isLeapSecond, hasOffset, !LeapSecond.canFollow(seconds) {
      throw DateFailure(.leapSecondNotAtMonthEnd, at: start + 6..<start + 8)
    }
    return Reading(
      start: Timestamp(
        secondsSince1970: isLeapSecond ? seconds &+ 1 : seconds,
        nanoseconds: nanoseconds,
        offsetSeconds: offset
      ),
      precision: precision,
      hasOffset: hasOffset
    )
  }
}
