/// One pass over an RFC 822 date; see `RFC822`.
struct RFC822Parser {
  private var scanner: DateScanner
  private let allowed: RFC822.Forms
  /// The older forms that the text has.
  private(set) var met: RFC822.Forms = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, allowing forms: RFC822.Forms) {
    scanner = DateScanner(bytes)
    allowed = forms
  }

  mutating func parse() throws(DateFailure) -> Timestamp {
    try skipSpace()
    guard !scanner.isAtEnd else { throw DateFailure(.empty, at: 0..<0) }
    let weekdayStart = scanner.position
    let weekday = try weekday()
    let date = try date()
    let days = date.daysSince1970
    if let weekday, weekday.rawValue != Weekday.number(ofDaysSince1970: days) {
      let reason = DateFailure.Reason.wrongWeekday(written: weekday, actual: date.weekday)
      guard allowed.contains(.wrongWeekdays) else {
        throw DateFailure(reason, at: weekdayStart..<weekdayStart + 3)
      }
      met.insert(.wrongWeekdays)
    }

    let start = scanner.position
    let (hour, minute, second) = try time()
    try requireSpace(before: .offset)
    let offset = try zone()
    // A comment after the zone is current syntax: section 3.3 ends with [CFWS].
    try skipSpace(notingComments: false)
    guard scanner.isAtEnd else {
      throw DateFailure(.trailingText, at: scanner.position..<scanner.bytes.count)
    }

    let isLeapSecond = second == 60
    let secondOfDay = hour &* 3_600 &+ minute &* 60 &+ (isLeapSecond ? 59 : second)
    let seconds = days &* 86_400 &+ Int64(secondOfDay) &- Int64(offset)
    if isLeapSecond, !LeapSecond.canFollow(seconds) {
      throw DateFailure(.leapSecondNotAtMonthEnd, at: start..<start + 8)
    }
    return Timestamp(
      secondsSince1970: isLeapSecond ? seconds &+ 1 : seconds,
      offsetSeconds: offset
    )
  }

  // MARK: Date

  @inline(__always)
  private mutating func weekday() throws(DateFailure) -> Weekday? {
    guard isLetter(scanner.current) else { return nil }
    let start = scanner.position
    let count = letterRun()
    guard count == 3,
      let weekday = EnglishCalendar.weekday(byte(start), byte(start + 1), byte(start + 2))
    else { throw scanner.failure(.malformed(.weekday), from: start) }
    try skipSpaceBeforePunctuation(UInt8(ascii: ","))
    guard scanner.skip(UInt8(ascii: ",")) else { throw scanner.failure(expecting: .comma) }
    try skipSpace()
    return weekday
  }

  @inline(__always)
  private mutating func date() throws(DateFailure) -> CivilDate {
    let dayStart = scanner.position
    let (day, dayDigits) = scanner.digitRun()
    guard dayDigits == 1 || dayDigits == 2 else {
      throw dayDigits == 0
        ? scanner.failure(expecting: .day) : scanner.failure(.malformed(.day), from: dayStart)
    }
    let dayEnd = scanner.position
    try requireSpace(before: .month)

    let monthStart = scanner.position
    let letters = letterRun()
    guard letters > 0 else { throw scanner.failure(expecting: .month) }
    let month =
      letters == 3
      ? EnglishCalendar.month(byte(monthStart), byte(monthStart + 1), byte(monthStart + 2)) : 0
    guard month > 0 else { throw scanner.failure(.malformed(.month), from: monthStart) }
    try requireSpace(before: .year)

    let year = try year()
    try requireSpace(before: .hour)
    guard day >= 1, day <= CivilDate.daysInMonth(month, year: year) else {
      let reason = DateScanner.fault(year: year, month: month, day: day) ?? .malformed(.day)
      throw DateFailure(reason, at: dayStart..<dayEnd)
    }
    return CivilDate(uncheckedYear: year, month: month, day: day)
  }

  @inline(__always)
  private mutating func year() throws(DateFailure) -> Int {
    let start = scanner.position
    let (value, digits) = scanner.digitRun()
    switch digits {
    case 4: return value
    case 2:
      try meet(.twoDigitYears, from: start)
      return value < 50 ? value &+ 2000 : value &+ 1900
    case 3:
      try meet(.threeDigitYears, from: start)
      return value &+ 1900
    case 0: throw scanner.failure(expecting: .year)
    case 1: throw scanner.failure(.malformed(.year), from: start)
    default: throw scanner.failure(.outOfRange(.year, value), from: start)
    }
  }

  // MARK: Time

  @inline(__always)
  private mutating func time() throws(DateFailure) -> (hour: Int, minute: Int, second: Int) {
    let hourStart = scanner.position
    let hour = try scanner.twoDigits(.hour)
    if hour > 23 { throw scanner.failure(.outOfRange(.hour, hour), from: hourStart) }
    try colon()
    let minuteStart = scanner.position
    let minute = try scanner.twoDigits(.minute)
    if minute > 59 { throw scanner.failure(.outOfRange(.minute, minute), from: minuteStart) }
    try skipSpaceBeforePunctuation(UInt8(ascii: ":"))
    guard scanner.current == UInt8(ascii: ":") else { return (hour, minute, 0) }
    try colon()
    let secondStart = scanner.position
    let second = try scanner.twoDigits(.second)
    if second > 60 { throw scanner.failure(.outOfRange(.second, second), from: secondStart) }
    return (hour, minute, second)
  }

  @inline(__always)
  private mutating func colon() throws(DateFailure) {
    try skipSpaceBeforePunctuation(UInt8(ascii: ":"))
    guard scanner.skip(UInt8(ascii: ":")) else { throw scanner.failure(expecting: .colon) }
    let start = scanner.position
    if isSpaceOrComment(scanner.current) {
      try skipSpace()
      try meet(.comments, from: start)
    }
  }

  // MARK: Zone

  @inline(__always)
  private mutating func zone() throws(DateFailure) -> Int32 {
    let start = scanner.position
    let sign = scanner.current
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      scanner.position &+= 1
      let hours = try scanner.twoDigits(.offset)
      let minutes = try scanner.twoDigits(.offset)
      guard hours <= 23, minutes <= 59 else {
        throw scanner.failure(.outOfRange(.offset, hours &* 100 &+ minutes), from: start)
      }
      let seconds = Int32(truncatingIfNeeded: hours &* 3_600 &+ minutes &* 60)
      return sign == UInt8(ascii: "-") ? 0 &- seconds : seconds
    }
    let count = letterRun()
    guard count > 0 else { throw scanner.failure(expecting: .offset) }
    let name = UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.position])
    if let minutes = RFC822.namedZone(name) {
      try meet(.namedZones, from: start)
      return Int32(truncatingIfNeeded: minutes &* 60)
    }
    guard count == 1, byte(start) | 0x20 != UInt8(ascii: "j") else {
      throw scanner.failure(.malformed(.zone), from: start)
    }
    try meet(.militaryZones, from: start)
    return 0
  }

  // MARK: Lexical parts

  /// Notes a form, which begins at `start` and ends before the position, or refuses it.
  private mutating func meet(_ form: RFC822.Forms, from start: Int) throws(DateFailure) {
    guard allowed.contains(form) else { throw scanner.failure(.formNotAllowed(form), from: start) }
    met.insert(form)
  }

  @inline(__always)
  private func byte(_ index: Int) -> UInt8 { scanner.bytes[index] }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  @inline(__always)
  private func isSpaceOrComment(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "(")
  }

  @inline(__always)
  private mutating func letterRun() -> Int {
    let start = scanner.position
    while isLetter(scanner.current) { scanner.position &+= 1 }
    return scanner.position &- start
  }

  @inline(__always)
  private mutating func requireSpace(before part: DateFailure.Part) throws(DateFailure) {
    guard isSpaceOrComment(scanner.current) else {
      throw scanner.isAtEnd ? scanner.failure(expecting: part) : scanner.failure(expecting: .space)
    }
    try skipSpace()
  }

  /// White space and comments (RFC 5322, section 3.2.2: `CFWS`).
  @inline(__always)
  private mutating func skipSpace(notingComments: Bool = true) throws(DateFailure) {
    while isSpace(scanner.current) { scanner.position &+= 1 }
    guard scanner.current == UInt8(ascii: "(") else { return }
    let start = scanner.position
    try skipComments()
    if notingComments { try meet(.comments, from: start) }
  }

  /// White space that stands before a comma or colon, which only the obsolete syntax has. It is
  /// left alone if that character does not follow: it then is the space after a time.
  @inline(__always)
  private mutating func skipSpaceBeforePunctuation(_ punctuation: UInt8) throws(DateFailure) {
    guard isSpaceOrComment(scanner.current) else { return }
    let start = scanner.position
    let metBefore = met
    try skipSpace()
    if scanner.current == punctuation {
      try meet(.comments, from: start)
    } else {
      scanner.position = start
      met = metBefore
    }
  }

  /// Comments nest, so depth is counted; a backslash takes the next byte's meaning away.
  private mutating func skipComments() throws(DateFailure) {
    var depth = 0
    repeat {
      guard !scanner.isAtEnd else { throw scanner.failure(expecting: .comment) }
      switch scanner.current {
      case UInt8(ascii: "("): depth &+= 1
      case UInt8(ascii: ")"): depth &-= 1
      case UInt8(ascii: "\\"): scanner.position &+= 1
      default: break
      }
      scanner.position &+= 1
      if depth == 0 {
        while isSpace(scanner.current) { scanner.position &+= 1 }
      }
    } while depth > 0 || scanner.current == UInt8(ascii: "(")
    scanner.position = min(scanner.position, scanner.bytes.count)
  }
}
