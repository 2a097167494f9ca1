import FeedModel

/// A rule such as `CET-1CEST,M3.5.0,M10.5.0/3`: POSIX `TZ` with the extensions of RFC 9636,
/// section 3.3.1 (hours from -167 to 167).
struct TimeZoneRule: Sendable, Hashable {
  /// A day of every year.
  enum Day: Sendable, Hashable {
    /// `Jn`: 1 to 365, 29 February not counted.
    case ofYearWithoutLeapDay(Int)
    /// `n`: 0 to 365, 29 February counted.
    case ofYear(Int)
    /// `Mm.w.d`: the `week`th such weekday of the month, the last if `week` is 5.
    case weekdayOfMonth(month: Int, week: Int, weekday: Int)
  }

  struct Change: Sendable, Hashable {
    var day: Day
    /// Seconds after midnight of that day, by the clock that is about to be changed.
    var time: Int64
  }

  struct Daylight: Sendable, Hashable {
    var offset: Int32
    var begins: Change
    var ends: Change
  }

  let standardOffset: Int32
  let daylight: Daylight?

  /// `nil` when it is not such a rule.
  init?(_ text: some Collection<UInt8>) {
    var parser = RuleParser(Array(text))
    guard parser.skipName(), let standard = parser.time(maximumHours: 24) else { return nil }
    // The sign of POSIX is west of Greenwich.
    standardOffset = Int32(truncatingIfNeeded: 0 &- standard)
    guard !parser.isAtEnd else {
      daylight = nil
      return
    }
    guard parser.skipName() else { return nil }
    var offset = standardOffset &+ 3_600
    if parser.current != UInt8(ascii: ",") {
      guard let written = parser.time(maximumHours: 24) else { return nil }
      offset = Int32(truncatingIfNeeded: 0 &- written)
    }
    guard parser.skip(UInt8(ascii: ",")), let begins = parser.change(),
      parser.skip(UInt8(ascii: ",")), let ends = parser.change(), parser.isAtEnd
    else { return nil }
    daylight = Daylight(offset: offset, begins: begins, ends: ends)
  }

  /// The instants of the year's two changes, in the order of time, and the offsets from then on.
  func transitions(in year: Int) -> [(start: Int64, offset: Int32)] {
    guard let daylight else { return [] }
    let begin = (
      start: seconds(of: daylight.begins, in: year) &- Int64(standardOffset),
      offset: daylight.offset
    )
    let end = (
      start: seconds(of: daylight.ends, in: year) &- Int64(daylight.offset),
      offset: standardOffset
    )
    return begin.start < end.start ? [begin, end] : [end, begin]
  }

  /// Local seconds after 1970-01-01T00:00:00.
  private func seconds(of change: Change, in year: Int) -> Int64 {
    guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return 0 }
    var day = newYear.daysSince1970
    switch change.day {
    case .ofYear(let index):
      day += Int64(index)
    case .ofYearWithoutLeapDay(let number):
      day += Int64(number - 1)
      if number >= 60, CivilDate.isLeapYear(year) { day += 1 }
    case .weekdayOfMonth(let month, let week, let weekday):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return 0 }
      var index = (weekday - first.weekday.rawValue + 7) % 7 + (week - 1) * 7
      if index >= CivilDate.daysInMonth(month, year: year) { index -= 7 }
      day = first.daysSince1970 + Int64(index)
    }
    return day * 86_400 + change.time
  }
}

private struct RuleParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }
  var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  /// `CET` or `<+0530>`.
  mutating func skipName() -> Bool {
    let start = position
    if skip(UInt8(ascii: "<")) {
      while !isAtEnd, current != UInt8(ascii: ">") { position += 1 }
      return skip(UInt8(ascii: ">"))
    }
    while (current | 0x20) &- 0x61 < 26 { position += 1 }
    return position - start >= 3
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    var value = 0
    let start = position
    while current &- 0x30 < 10 {
      guard position - start < 3 else { return nil }
      value = value * 10 + Int(current - 0x30)
      position += 1
    }
    return position > start && range.contains(value) ? value : nil
  }

  /// `[+|-]hh[:mm[:ss]]` in seconds.
  mutating func time(maximumHours: Int) -> Int64? {
    let isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    guard let hours = number(0...maximumHours) else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] {
      guard skip(UInt8(ascii: ":")) else { break }
      guard let value = number(0...59) else { return nil }
      seconds += value * unit
    }
    return Int64(isNegative ? -seconds : seconds)
  }

  /// A day and, behind `/`, a time; 2 o'clock if there is none.
  mutating func change() -> TimeZoneRule.Change? {
    let day: TimeZoneRule.Day
    if skip(UInt8(ascii: "J")) {
      guard let number = number(1...365) else { return nil }
      day = .ofYearWithoutLeapDay(number)
    } else if skip(UInt8(ascii: "M")) {
      guard let month = number(1...12), skip(UInt8(ascii: ".")), let week = number(1...5),
        skip(UInt8(ascii: ".")), let weekday = number(0...6)
      else { return nil }
      day = .weekdayOfMonth(month: month, week: week, weekday: weekday)
    } else {
      guard let index = number(0...365) else { return nil }
      day = .ofYear(index)
    }
    guard skip(UInt8(ascii: "/")) else { return .init(day: day, time: 7_200) }
    guard let time = time(maximumHours: 167) else { return nil }
    return .init(day: day, time: time)
  }
}
