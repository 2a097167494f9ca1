import FeedModel

/// Reads dates that name the month in English: what people write (`13 June 2019`,
/// `Thursday, June 13th, 2019 at 10:00 AM`) and what programs print (`Thu Jun 13 11:30:00 UTC 2019`,
/// `Thu Jun 13 2019 00:00:00 GMT+0530 (India Standard Time)`, RFC 822).
///
/// The month's name tells month from day and the number of digits tells day from year, so the parts
/// may come in any order.
struct EnglishDateReader {
  typealias Reason = FrontMatterDateError.Reason

  private var scanner: DateScanner
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var weekday: Weekday?
  private var hasTime = false
  /// A second number of two digits, which only RFC 822 lets be a year.
  private var shortYear: Int?
  /// Carries time and zone until the day is known.
  private var fields = WrittenDate(CivilDate(uncheckedYear: 1970, month: 1, day: 1))

  init(_ scanner: DateScanner) { self.scanner = scanner }

  mutating func read() throws(Reason) -> WrittenDate {
    while true {
      skipSeparators()
      if scanner.isAtEnd { break }
      let start = scanner.position
      let byte = scanner.current
      if byte &- 0x30 < 10 {
        try readNumber()
      } else if DateTail.isLetter(byte) || byte >= 0x80 {
        try readWord()
      } else if hasTime, fields.zone == .none, DateTail.isSign(byte) {
        try readZone()
      } else if byte == UInt8(ascii: "("), fields.zone != .none {
        try DateTail.readZone(&scanner, into: &fields)
      } else {
        throw hasDate ? .trailingText(DateTail.rest(scanner)) : .notADate
      }
      guard scanner.position > start else { throw .notADate }
    }
    return try finish()
  }

  private var hasDate: Bool { month != nil && year != nil }

  // MARK: Parts

  /// White space and commas; before the time, also the hyphens and slashes of `13-Jun-2019` and
  /// `13/Jun/2019`, which afterwards begin an offset.
  private mutating func skipSeparators() {
    while true {
      DateTail.skipSpace(&scanner)
      let byte = scanner.current
      let isSeparator =
        byte == UInt8(ascii: ",")
        || !hasTime && (year == nil || month == nil || day == nil)
          && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/"))
      guard isSeparator else { return }
      scanner.position &+= 1
    }
  }

  /// A time, a year or a day.
  private mutating func readNumber() throws(Reason) {
    let start = scanner.position
    let (value, digits) = scanner.digitRun()
    if isTime(afterDigits: digits) {
      guard !hasTime else { throw .trailingText(DateTail.rest(scanner)) }
      scanner.position = start
      try DateTail.readTime(&scanner, into: &fields)
      hasTime = true
      return
    }
    switch digits {
    case 4:
      guard year == nil else { throw .notADate }
      year = value
      // `13 Jun 2019:11:30:00`, of web server logs.
      if scanner.current == UInt8(ascii: ":") { scanner.position &+= 1 }
    case 1, 2:
      if day == nil {
        day = value
        skipOrdinalSuffix(value)
      } else {
        guard digits == 2, year == nil, shortYear == nil else { throw .notADate }
        shortYear = value
      }
    default: throw .notADate
    }
  }

  /// Whether a number is an hour: a colon or `AM`/`PM` follows. A year of web server logs has a
  /// colon too, but four digits.
  private func isTime(afterDigits digits: Int) -> Bool {
    guard digits <= 2 else { return false }
    if scanner.current == UInt8(ascii: ":") { return true }
    var ahead = scanner
    DateTail.skipSpace(&ahead)
    let letter = ahead.current | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return false }
    let next = ahead.peek(1) == UInt8(ascii: ".") ? 2 : 1
    return ahead.peek(next) | 0x20 == UInt8(ascii: "m") && !DateTail.isLetter(ahead.peek(next + 1))
  }

  /// `st`, `nd`, `rd`, `th` as they go with the number.
  private mutating func skipOrdinalSuffix(_ number: Int) {
    let suffix = (scanner.current | 0x20, scanner.peek(1) | 0x20)
    guard !DateTail.isLetter(scanner.peek(2)) else { return }
    switch suffix {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      scanner.position &+= 2
    default: break
    }
  }

  /// A month, a weekday, `of`, `at`, `the`, or a zone.
  private mutating func readWord() throws(Reason) {
    let start = scanner.position
    while DateTail.isLetter(scanner.current) { scanner.position &+= 1 }
    let word = UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.position])
    if month == nil, let number = Self.month(word) {
      month = number
      _ = scanner.skip(UInt8(ascii: "."))
    } else if weekday == nil, let day = Self.weekday(word) {
      weekday = day
      _ = scanner.skip(UInt8(ascii: "."))
    } else if Self.isFiller(word) {
      return
    } else if hasTime || hasDate, fields.zone == .none, !word.isEmpty {
      // Also `13 June 2019 UTC`.
      scanner.position = start
      try readZone()
    } else {
      if let keyword = fileTimeKeyword() { throw .fileTime(keyword) }
      // To the end of the word, not to its first umlaut.
      while DateTail.isLetter(scanner.current) || scanner.current >= 0x80 {
        scanner.position &+= 1
      }
      throw .unknownWord(DateTail.word(scanner, from: start))
    }
  }

  /// A zone, which only `date(1)` follows with something: the year.
  private mutating func readZone() throws(Reason) {
    if hasDate { return try DateTail.readZone(&scanner, into: &fields) }
    try DateTail.readOneZone(&scanner, into: &fields)
  }

  // MARK: Result

  private mutating func finish() throws(Reason) -> WrittenDate {
    guard let month else { throw .notADate }
    if year == nil, let shortYear {
      // RFC 822's own order, with a time and zone, is a syntax; anything else is a guess.
      guard hasTime, fields.zone != .none, weekday != nil else { throw .shortYear }
      year = shortYear < 50 ? shortYear &+ 2000 : shortYear &+ 1900
    } else if shortYear != nil {
      throw .notADate
    }
    guard let year else { throw .invalid(.missing(.year)) }
    guard let day else {
      guard !hasTime, fields.zone == .none, weekday == nil else { throw .invalid(.missing(.day)) }
      fields.date = CivilDate(uncheckedYear: year, month: month, day: 1)
      fields.precision = .month
      return fields
    }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw .invalid(
        DateScanner.fault(year: year, month: month, day: day) ?? .malformed(.day)
      )
    }
    if let weekday, weekday != date.weekday {
      throw .invalid(.wrongWeekday(written: weekday, actual: date.weekday))
    }
    fields.date = date
    return fields
  }

  // MARK: Names

  /// A month by its name, or by three letters or more of it (`Sept`).
  private static func month(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard word.count >= 3 else { return nil }
    let month = EnglishCalendar.month(word[0], word[1], word[2])
    return month > 0 && isPrefix(word, of: EnglishCalendar.monthName(month)) ? month : nil
  }

  /// A weekday by its name, or by three letters or more of it (`Thurs`).
  private static func weekday(_ word: UnsafeBufferPointer<UInt8>) -> Weekday? {
    guard word.count >= 3, let weekday = EnglishCalendar.weekday(word[0], word[1], word[2]),
      isPrefix(word, of: weekday.name)
    else { return nil }
    return weekday
  }

  private static func isPrefix(_ word: UnsafeBufferPointer<UInt8>, of name: String) -> Bool {
    word.count <= name.utf8.count && zip(word, name.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  private static func isFiller(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    switch word.count {
    case 2: isPrefix(word, of: "of") || isPrefix(word, of: "at") || isPrefix(word, of: "on")
    case 3: isPrefix(word, of: "the")
    default: false
    }
  }

  /// Eleventy's `Last Modified`, `Created`, `git Last Modified`, `git Created`.
  private func fileTimeKeyword() -> String? {
    let text = String(decoding: scanner.bytes, as: UTF8.self)
    switch text.lowercased() {
    case "last modified", "created", "git last modified", "git created": return text
    default: return nil
    }
  }
}
