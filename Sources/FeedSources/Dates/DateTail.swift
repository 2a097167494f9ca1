import FeedModel

/// What can follow the day in every shape of date: a time, `AM` or `PM`, a zone.
enum DateTail {
  typealias Reason = FrontMatterDateError.Reason

  /// White space, also the no-break spaces that JavaScript's `Intl` puts before `AM` (U+202F) and
  /// word processors anywhere (U+00A0).
  @inline(__always)
  static func skipSpace(_ scanner: inout DateScanner) {
    while true {
      let byte = scanner.current
      if FrontMatterDateReader.isSpace(byte) {
        scanner.position &+= 1
      } else if byte == 0xC2, scanner.peek(1) == 0xA0 {
        scanner.position &+= 2
      } else if byte == 0xE2, scanner.peek(1) == 0x80, scanner.peek(2) == 0xAF {
        scanner.position &+= 3
      } else {
        return
      }
    }
  }

  /// The word in `June 13, 2019 at 10:00`.
  static func skipAt(_ scanner: inout DateScanner) {
    guard scanner.current | 0x20 == UInt8(ascii: "a"), scanner.peek(1) | 0x20 == UInt8(ascii: "t"),
      FrontMatterDateReader.isSpace(scanner.peek(2))
    else { return }
    scanner.position &+= 2
    skipSpace(&scanner)
  }

  /// `11:30`, `11:30:00`, `11:30:00.250`, `9:05`, `10:00 AM`, `10 pm`, at the position.
  static func readTime(
    _ scanner: inout DateScanner,
    into fields: inout WrittenDate
  ) throws(Reason) {
    let (hour, hourDigits) = scanner.digitRun()
    guard hourDigits <= 2 else { throw .invalid(.malformed(.hour)) }
    var minute: Int?
    var second: Int?
    if scanner.skip(UInt8(ascii: ":")) {
      let value = scanner.twoDigits()
      guard value >= 0 else { throw .invalid(scanner.failure(expecting: .minute).reason) }
      minute = value
      if scanner.skip(UInt8(ascii: ":")) {
        let value = scanner.twoDigits()
        guard value >= 0 else { throw .invalid(scanner.failure(expecting: .second).reason) }
        second = value
        // ISO 8601 prefers the comma, and Python's logging writes it.
        let isFraction =
          scanner.current == UInt8(ascii: ".") || scanner.current == UInt8(ascii: ",")
        if isFraction, scanner.peek(1) &- 0x30 < 10 {
          scanner.position &+= 1
          fields.nanoseconds = scanner.fraction() ?? 0
        }
      }
    }
    guard let isAfternoon = meridiem(&scanner) else {
      guard let minute else { throw .invalid(.missing(.minute)) }
      return try set(&fields, hour: hour, minute: minute, second: second)
    }
    guard (1...12).contains(hour) else { throw .hourWithMeridiem(hour) }
    let hourOfDay = hour % 12 &+ (isAfternoon ? 12 : 0)
    try set(&fields, hour: hourOfDay, minute: minute ?? 0, second: second)
  }

  /// Sets a time that exists, or says why it does not.
  static func set(
    _ fields: inout WrittenDate,
    hour: Int,
    minute: Int,
    second: Int?
  ) throws(Reason) {
    if hour > 23 || minute > 59 || second ?? 0 > 59,
      let fault = DateScanner.fault(hour: hour, minute: minute, second: second ?? 0, at: 0)
    {
      throw .invalid(fault.reason)
    }
    fields.hour = hour
    fields.minute = minute
    fields.second = second ?? 0
    fields.precision = second == nil ? .minute : .second
  }

  /// `AM`, `pm`, `a.m.`: whether it is after noon; `nil`, and nothing consumed, if there is none.
  private static func meridiem(_ scanner: inout DateScanner) -> Bool? {
    var ahead = scanner
    skipSpace(&ahead)
    let letter = ahead.current | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    ahead.position &+= 1
    let isDotted = ahead.skip(UInt8(ascii: "."))
    guard ahead.current | 0x20 == UInt8(ascii: "m") else { return nil }
    ahead.position &+= 1
    if isDotted { _ = ahead.skip(UInt8(ascii: ".")) }
    guard !isLetter(ahead.current) else { return nil }
    scanner = ahead
    return letter == UInt8(ascii: "p")
  }

  /// The zone, if there is one, up to the end of the text.
  static func readZone(
    _ scanner: inout DateScanner,
    into fields: inout WrittenDate
  ) throws(Reason) {
    guard !scanner.isAtEnd else { return }
    // By far the most frequent.
    if scanner.current == UInt8(ascii: "Z"), scanner.position &+ 1 == scanner.bytes.count {
      scanner.position &+= 1
      fields.zone = .offset(0)
      return
    }
    try readOneZone(&scanner, into: &fields)
    if scanner.isAtEnd { return }
    try readRemark(&scanner, into: &fields)
    guard scanner.isAtEnd else { throw .trailingText(rest(scanner)) }
  }

  /// `Z`, `+02:00`, `GMT+0530`, `EST`, `Europe/Paris` at the position, behind white space.
  static func readOneZone(
    _ scanner: inout DateScanner,
    into fields: inout WrittenDate
  ) throws(Reason) {
    skipSpace(&scanner)
    if isSign(scanner.current) {
      fields.zone = .offset(try offset(&scanner))
    } else if isLetter(scanner.current) {
      fields.zone = try zone(&scanner)
    }
  }

  private static func zone(_ scanner: inout DateScanner) throws(Reason) -> WrittenDate.Zone {
    let start = scanner.position
    while isLetter(scanner.current) { scanner.position &+= 1 }
    let letters = UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.position])
    if isUTC(letters) {
      if isSign(scanner.current), scanner.peek(1) &- 0x30 < 10 {
        return .offset(try offset(&scanner))
      }
      if scanner.isAtEnd || FrontMatterDateReader.isSpace(scanner.current) { return .offset(0) }
    }
    // Names go on with underscores, slashes and, as in America/Port-au-Prince and Etc/GMT+5, signs.
    while isLetter(scanner.current) || scanner.current &- 0x30 < 10 || isSign(scanner.current)
      || scanner.current == UInt8(ascii: "/") || scanner.current == UInt8(ascii: "_")
    {
      scanner.position &+= 1
    }
    let name = word(scanner, from: start)
    if name.utf8.contains(UInt8(ascii: "/")) { return .named(start..<scanner.position) }
    switch ZoneAbbreviation.meaning(of: name) {
    case .offset(let minutes): return .offset(Int32(truncatingIfNeeded: minutes &* 60))
    case .ambiguous(let meanings): throw .ambiguousZone(name, meanings: meanings)
    case nil: throw .unknownWord(name)
    }
  }

  /// `UTC`, `GMT` or `Z`.
  private static func isUTC(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    switch letters.count {
    case 1: return letters[0] | 0x20 == UInt8(ascii: "z")
    case 3:
      let key = (letters[0] | 0x20, letters[1] | 0x20, letters[2] | 0x20)
      return key == (UInt8(ascii: "u"), UInt8(ascii: "t"), UInt8(ascii: "c"))
        || key == (UInt8(ascii: "g"), UInt8(ascii: "m"), UInt8(ascii: "t"))
    default: return false
    }
  }

  private static func offset(_ scanner: inout DateScanner) throws(Reason) -> Int32 {
    guard let offset = SiteTimeZone.numericOffset(&scanner) else {
      throw .invalid(.malformed(.offset))
    }
    return offset
  }

  /// What may follow an offset: the zone's abbreviation (`+0200 CEST`, as Go and Ruby print it), its
  /// name in parentheses (JavaScript) or brackets (RFC 9557). The offset is what counts, unless
  /// there is none but the name in brackets.
  private static func readRemark(
    _ scanner: inout DateScanner,
    into fields: inout WrittenDate
  ) throws(Reason) {
    if case .offset = fields.zone {
      let start = scanner.position
      skipSpace(&scanner)
      let wordStart = scanner.position
      while isLetter(scanner.current) { scanner.position &+= 1 }
      // A space must separate it, or +02:00Z would be two zones in one.
      let isWord = scanner.position > wordStart && wordStart > start
      if scanner.position > wordStart, !isWord || scanner.position &- wordStart > 5 {
        scanner.position = wordStart
        return
      }
    }
    skipSpace(&scanner)
    if scanner.current == UInt8(ascii: "["), let name = skipEnclosed(&scanner, UInt8(ascii: "]")) {
      if fields.zone == .none { fields.zone = .named(name) }
    } else if scanner.current == UInt8(ascii: "("), fields.zone != .none {
      _ = skipEnclosed(&scanner, UInt8(ascii: ")"))
    }
  }

  /// The bytes up to a closing bracket; `nil`, and nothing consumed, if there is none.
  private static func skipEnclosed(_ scanner: inout DateScanner, _ close: UInt8) -> Range<Int>? {
    let start = scanner.position &+ 1
    guard let end = scanner.bytes[start...].firstIndex(of: close) else { return nil }
    scanner.position = end &+ 1
    return start..<end
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  /// The bytes from `start` to the position.
  static func word(_ scanner: DateScanner, from start: Int) -> String {
    let end = min(scanner.position, scanner.bytes.count)
    return String(decoding: scanner.bytes[min(start, end)..<end], as: UTF8.self)
  }

  /// The bytes from the position on.
  static func rest(_ scanner: DateScanner) -> String {
    let start = min(scanner.position, scanner.bytes.count)
    return String(decoding: scanner.bytes[start...], as: UTF8.self)
  }
}
