import FeedModel

/// Reads the fields of one date. Dates that begin with a year have a path of their own, which nearly
/// all posts take; `EnglishDateReader` reads the rest.
struct FrontMatterDateReader {
  typealias Reason = FrontMatterDateError.Reason

  private var scanner: DateScanner

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var end = bytes.count
    while start < end, Self.isSpace(bytes[start]) { start &+= 1 }
    while end > start, Self.isSpace(bytes[end &- 1]) { end &-= 1 }
    scanner = DateScanner(UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  /// A part of the text that `read` found.
  func text(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes[range.clamped(to: scanner.bytes.indices)], as: UTF8.self)
  }

  mutating func read() throws(Reason) -> WrittenDate {
    guard !scanner.isAtEnd else { throw .empty }
    guard scanner.bytes.count <= FrontMatterDateParser.longestText else { throw .notADate }
    let (value, digits) = scanner.digitRun()
    switch digits {
    case 4:
      if let separator = numericSeparator() { return try afterYear(value, separator) }
      if scanner.isAtEnd { return try whole(year: value, precision: .year) }
    case 8 where scanner.isAtEnd || scanner.current | 0x20 == UInt8(ascii: "t"):
      return try basic(value)
    case 10 where scanner.isAtEnd:
      return unixSeconds()
    default:
      if scanner.isAtEnd, digits > 0 { throw .bareNumber }
      if digits == 1 || digits == 2, let separator = numericSeparator() {
        return try afterDayOrMonth(value, separator)
      }
    }
    scanner.position = 0
    var english = EnglishDateReader(scanner)
    return try english.read()
  }

  // MARK: Dates in digits

  /// `-`, `/` or `.` with a digit behind it.
  private func numericSeparator() -> UInt8? {
    let byte = scanner.current
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "."),
      scanner.peek(1) &- 0x30 < 10
    else {
      // 2019-W24: better a word about it than "W is no month".
      return byte == UInt8(ascii: "-") && scanner.position == 4
        && scanner.peek(1) | 0x20 == UInt8(ascii: "w") && scanner.peek(2) &- 0x30 < 10
        ? byte : nil
    }
    return byte
  }

  private mutating func afterYear(
    _ year: Int,
    _ separator: UInt8
  ) throws(Reason) -> WrittenDate {
    scanner.position &+= 1
    let (month, monthDigits) = scanner.digitRun()
    guard monthDigits == 1 || monthDigits == 2 else { throw .weekOrOrdinalDate }
    guard scanner.current == separator else {
      // A dot would make it the number 2019.06, a slash a fraction.
      guard scanner.isAtEnd, separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") else {
        throw .notADate
      }
      return try whole(year: year, month: month, precision: .month)
    }
    scanner.position &+= 1
    let (day, dayDigits) = scanner.digitRun()
    guard dayDigits > 0 else { throw .invalid(.missing(.day)) }
    guard dayDigits <= 2 else { throw .invalid(.malformed(.day)) }
    return try withTime(try whole(year: year, month: month, day: day, precision: .day))
  }

  /// `06/13/2019`, `13.06.2019`, `13-6-2019`: read only if there is one way to.
  private mutating func afterDayOrMonth(
    _ first: Int,
    _ separator: UInt8
  ) throws(Reason) -> WrittenDate {
    scanner.position &+= 1
    let (second, secondDigits) = scanner.digitRun()
    guard secondDigits == 1 || secondDigits == 2, scanner.skip(separator) else { throw .notADate }
    let (year, yearDigits) = scanner.digitRun()
    guard yearDigits == 4 else { throw yearDigits == 2 ? .shortYear : .notADate }
    let dayFirst = CivilDate(year: year, month: second, day: first)
    let monthFirst = CivilDate(year: year, month: first, day: second)
    // Dots are only written between day, month and year.
    if separator == UInt8(ascii: ".") {
      return try withTime(try whole(year: year, month: second, day: first, precision: .day))
    }
    switch (dayFirst, monthFirst) {
    case (let dayFirst?, let monthFirst?):
      guard dayFirst == monthFirst else {
        throw .ambiguousOrder(dayFirst: dayFirst, monthFirst: monthFirst)
      }
      return try withTime(WrittenDate(dayFirst))
    case (let date?, nil), (nil, let date?): return try withTime(WrittenDate(date))
    case (nil, nil):
      // The day is the one that is too large for a month, if there is one.
      let (month, day) = second > 12 ? (first, second) : (second, first)
      return try whole(year: year, month: month, day: day, precision: .day)
    }
  }

  /// `20190613` and `20190613T113000Z`.
  private mutating func basic(_ value: Int) throws(Reason) -> WrittenDate {
    var fields = try whole(
      year: value / 10_000,
      month: value / 100 % 100,
      day: value % 100,
      precision: .day
    )
    guard scanner.current | 0x20 == UInt8(ascii: "t") else { return fields }
    guard scanner.peek(3) != UInt8(ascii: ":") else { return try withTime(fields) }
    scanner.position &+= 1
    let hour = scanner.twoDigits()
    let minute = scanner.twoDigits()
    guard hour >= 0, minute >= 0 else { throw .invalid(.malformed(.minute)) }
    let second = scanner.twoDigits()
    try DateTail.set(&fields, hour: hour, minute: minute, second: second >= 0 ? second : nil)
    try DateTail.readZone(&scanner, into: &fields)
    return fields
  }

  private func unixSeconds() -> WrittenDate {
    var seconds: Int64 = 0
    for byte in scanner.bytes { seconds = seconds &* 10 &+ Int64(byte &- 0x30) }
    var fields = WrittenDate(CivilDate(uncheckedYear: 1970, month: 1, day: 1))
    fields.unixSeconds = seconds
    return fields
  }

  @inline(__always)
  private func whole(
    year: Int,
    month: Int = 1,
    day: Int = 1,
    precision: FrontMatterDate.Precision
  ) throws(Reason) -> WrittenDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw .invalid(
        DateScanner.fault(year: year, month: month, day: day) ?? .malformed(.day)
      )
    }
    var fields = WrittenDate(date)
    fields.precision = precision
    return fields
  }

  /// What follows a date in digits: nothing, a time behind `T`, `t` or space, a zone.
  private mutating func withTime(_ date: WrittenDate) throws(Reason) -> WrittenDate {
    guard !scanner.isAtEnd else { return date }
    var fields = date
    if scanner.current | 0x20 == UInt8(ascii: "t"), scanner.peek(1) &- 0x30 < 10 {
      scanner.position &+= 1
    } else if DateTail.isSign(scanner.current) {
      // A zone right behind the day is one of XML Schema, `2019-06-13+02:00`. Less than that is
      // rather the beginning of a file's name.
      guard scanner.bytes.count &- scanner.position == 6, scanner.peek(3) == UInt8(ascii: ":")
      else { throw .trailingText(DateTail.rest(scanner)) }
    } else {
      let end = scanner.position
      DateTail.skipSpace(&scanner)
      DateTail.skipAt(&scanner)
      if scanner.current | 0x20 == UInt8(ascii: "t"), scanner.position &+ 1 == scanner.bytes.count {
        throw .invalid(.missing(.hour))
      }
      guard scanner.position > end || scanner.current &- 0x30 >= 10 else {
        throw .invalid(.malformed(.day))
      }
    }
    if scanner.current &- 0x30 < 10 { try DateTail.readTime(&scanner, into: &fields) }
    try DateTail.readZone(&scanner, into: &fields)
    return fields
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}
