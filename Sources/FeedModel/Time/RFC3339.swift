/// Dates of Atom and JSON Feed: RFC 3339, sections 5.6 and 5.7.
///
///     2019-06-13T00:00:00Z
///     2019-06-13T05:30:00.250+05:30
public enum RFC3339 {
  /// Appends the date in its own offset, `Z` for 0. A fraction is written only when there is one,
  /// with as many groups of three digits as it needs.
  public static func format(_ timestamp: Timestamp, into output: inout [UInt8]) {
    // The longest is 2019-06-13T00:00:00.000000000+05:30.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { scratch in
      guard let start = scratch.baseAddress else { return }
      let count = write(timestamp, to: start)
      output.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// The date as a string; `format` is faster where bytes are wanted.
  public static func string(_ timestamp: Timestamp) -> String {
    String(unsafeUninitializedCapacity: 40) { scratch in
      guard let start = scratch.baseAddress else { return 0 }
      return write(timestamp, to: start)
    }
  }

  /// At most 35 bytes; returns how many.
  @inline(__always)
  private static func write(_ timestamp: Timestamp, to start: UnsafeMutablePointer<UInt8>) -> Int {
    let civil = timestamp.civil
    var buffer = DateBuffer(next: start)
    buffer.fourDigits(civil.date.year)
    buffer.byte(UInt8(ascii: "-"))
    buffer.twoDigits(civil.date.month)
    buffer.byte(UInt8(ascii: "-"))
    buffer.twoDigits(civil.date.day)
    buffer.byte(UInt8(ascii: "T"))
    buffer.twoDigits(civil.hour)
    buffer.byte(UInt8(ascii: ":"))
    buffer.twoDigits(civil.minute)
    buffer.byte(UInt8(ascii: ":"))
    buffer.twoDigits(civil.second)
    if timestamp.nanoseconds != 0 {
      write(fraction: Int(timestamp.nanoseconds), to: &buffer)
    }
    if timestamp.offsetSeconds == 0 {
      buffer.byte(UInt8(ascii: "Z"))
    } else {
      let minutes = Int(timestamp.offsetSeconds.magnitude) / 60
      buffer.byte(UInt8(ascii: timestamp.offsetSeconds < 0 ? "-" : "+"))
      buffer.twoDigits(minutes / 60)
      buffer.byte(UInt8(ascii: ":"))
      buffer.twoDigits(minutes % 60)
    }
    return buffer.next - start
  }

  private static func write(fraction nanoseconds: Int, to buffer: inout DateBuffer) {
    buffer.byte(UInt8(ascii: "."))
    var rest = nanoseconds
    while rest != 0 {
      let group = rest / 1_000_000
      buffer.byte(UInt8(truncatingIfNeeded: group / 100 &+ 0x30))
      buffer.twoDigits(group % 100)
      rest = rest % 1_000_000 &* 1_000
    }
  }

  /// Reads a complete date; nothing may stand before or after it.
  ///
  /// RFC 3339 lets `t` and `z` be lower case, Atom does not (RFC 4287, section 3.3): with
  /// `requiresUppercase` they fail. The leap second 23:59:60 UTC at the end of a month is read as
  /// the second after it. Digits of a fraction after the ninth are dropped.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    requiresUppercase: Bool = false
  ) throws(DateFailure) -> Timestamp {
    var scanner = DateScanner(bytes)
    guard !scanner.isAtEnd else { throw DateFailure(.empty, at: 0..<0) }
    let date = try date(&scanner)
    if !scanner.skip(UInt8(ascii: "T")) {
      guard scanner.skip(UInt8(ascii: "t")) else {
        throw scanner.failure(expecting: .timeSeparator)
      }
      if requiresUppercase { throw DateFailure(.lowercaseDesignator, at: 10..<11) }
    }

    let start = scanner.position
    let hour = try scanner.twoDigits(.hour)
    guard scanner.skip(UInt8(ascii: ":")) else { throw scanner.failure(expecting: .colon) }
    let minute = try scanner.twoDigits(.minute)
    guard scanner.skip(UInt8(ascii: ":")) else { throw scanner.failure(expecting: .colon) }
    let second = try scanner.twoDigits(.second)
    let isLeapSecond = second == 60
    if hour > 23 || minute > 59 || second > 60,
      let fault = DateScanner.fault(hour: hour, minute: minute, second: second, at: start)
    {
      throw fault
    }
    var nanoseconds: Int32 = 0
    if scanner.skip(UInt8(ascii: ".")) {
      guard let fraction = scanner.fraction() else { throw scanner.failure(expecting: .fraction) }
      nanoseconds = fraction
    }
    let offset = try offset(&scanner, requiresUppercase: requiresUppercase)
    guard scanner.isAtEnd else {
      throw DateFailure(.trailingText, at: scanner.position..<bytes.count)
    }

    let local = CivilDateTime(
      unchecked: date,
      hour: hour,
      minute: minute,
      second: isLeapSecond ? 59 : second
    )
    let seconds = local.secondsSince1970InUTC &- Int64(offset)
    if isLeapSecond, !LeapSecond.canFollow(seconds) {
      throw DateFailure(.leapSecondNotAtMonthEnd, at: start + 6..<start + 8)
    }
    return Timestamp(
      secondsSince1970: isLeapSecond ? seconds &+ 1 : seconds,
      nanoseconds: nanoseconds,
      offsetSeconds: offset
    )
  }

  /// Reads a complete date from a string.
  public static func parse(
    _ text: String,
    requiresUppercase: Bool = false
  ) throws(DateFailure) -> Timestamp {
    try withDateBytes(text) { (bytes) throws(DateFailure) in
      try parse(bytes, requiresUppercase: requiresUppercase)
    }
  }

  /// Reads a complete date from the UTF-8 of a part of a string.
  public static func parse(
    _ text: Substring.UTF8View,
    requiresUppercase: Bool = false
  ) throws(DateFailure) -> Timestamp {
    try withDateBytes(Substring(text)) { (bytes) throws(DateFailure) in
      try parse(bytes, requiresUppercase: requiresUppercase)
    }
  }

  @inline(__always)
  private static func date(_ scanner: inout DateScanner) throws(DateFailure) -> CivilDate {
    let century = try scanner.twoDigits(.year)
    let yearOfCentury = try scanner.twoDigits(.year)
    guard scanner.skip(UInt8(ascii: "-")) else { throw scanner.failure(expecting: .dateSeparator) }
    let month = try scanner.twoDigits(.month)
    guard scanner.skip(UInt8(ascii: "-")) else { throw scanner.failure(expecting: .dateSeparator) }
    let day = try scanner.twoDigits(.day)
    let year = century &* 100 &+ yearOfCentury
    guard month >= 1, month <= 12, day >= 1, day <= CivilDate.daysInMonth(month, year: year) else {
      let reason = DateScanner.fault(year: year, month: month, day: day) ?? .malformed(.day)
      if case .outOfRange(.month, _) = reason { throw DateFailure(reason, at: 5..<7) }
      throw DateFailure(reason, at: 8..<10)
    }
    return CivilDate(uncheckedYear: year, month: month, day: day)
  }

  /// `Z` or `±hh:mm`, in seconds.
  @inline(__always)
  static func offset(
    _ scanner: inout DateScanner,
    requiresUppercase: Bool
  ) throws(DateFailure) -> Int32 {
    let start = scanner.position
    let sign = scanner.current
    switch sign {
    case UInt8(ascii: "Z"):
      scanner.position &+= 1
      return 0
    case UInt8(ascii: "z"):
      scanner.position &+= 1
      if requiresUppercase { throw scanner.failure(.lowercaseDesignator, from: start) }
      return 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      scanner.position &+= 1
      let hours = try scanner.twoDigits(.offset)
      guard scanner.skip(UInt8(ascii: ":")) else { throw scanner.failure(expecting: .colon) }
      let minutes = try scanner.twoDigits(.offset)
      guard hours <= 23, minutes <= 59 else {
        throw scanner.failure(.outOfRange(.offset, hours &* 100 &+ minutes), from: start)
      }
      let seconds = Int32(truncatingIfNeeded: hours &* 3_600 &+ minutes &* 60)
      return sign == UInt8(ascii: "-") ? 0 &- seconds : seconds
    default:
      throw scanner.failure(expecting: .offset)
    }
  }
}

/// Where a second 60 can be.
enum LeapSecond {
  /// Whether this is the last second of a month in UTC; only there have leap seconds been and will
  /// they be inserted (RFC 3339, section 5.7).
  static func canFollow(_ secondsSince1970: Int64) -> Bool {
    guard let utc = CivilDateTime(secondsSince1970InUTC: secondsSince1970) else { return false }
    return utc.hour == 23 && utc.minute == 59 && utc.second == 59
      && utc.date.day == CivilDate.daysInMonth(utc.date.month, year: utc.date.year)
  }
}
