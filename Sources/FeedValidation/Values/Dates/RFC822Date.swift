import FeedModel

extension ValueType {
  /// A date of RSS 2.0 and OPML: RFC 822 with years of four digits, neither in the future nor before
  /// there were feeds.
  public static let rfc822 = rfc822(isBounded: true)

  /// The same, at any time.
  public static let rfc822AtAnyTime = rfc822(isBounded: false)

  private static func rfc822(isBounded: Bool) -> ValueType {
    ValueType("a date after RFC 822", ifEmpty: .dateNotRFC822) { value, context, report in
      let trimmed = TrimmedValue(value)
      let text = trimmed.bytes
      guard !text.isEmpty else { return }
      let forms: RFC822.Forms = RFC822.Forms.rss.union(.wrongWeekdays)
      do throws(DateFailure) {
        let (date, met) = try RFC822.parse(text, allowing: forms)
        RFC822Lint(text, start: trimmed.start, date: date, met: met).report(report)
        if isBounded {
          DatePlausibility.check(date, at: trimmed.start, context, report)
        }
      } catch {
        report(
          ValueFinding(
            .dateNotRFC822,
            "is not a date after RFC 822: \(DateComplaint.of(error, in: text))",
            at: trimmed.start + min(error.range.lowerBound, text.count - 1),
            help: DateHelp.help(for: error, in: text, as: .rfc822),
            replacement: DateRepair.certainDate(text).map { RFC822.string($0) }
          )
        )
      }
    }
  }
}

/// Finds what is allowed in an RFC 822 date and troubles readers all the same.
struct RFC822Lint {
  private let text: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let date: Timestamp
  private let met: RFC822.Forms

  /// A date that was read, and the forms met on the way; `start` is where its text begins in the
  /// value.
  init(
    _ text: UnsafeBufferPointer<UInt8>,
    start: Int,
    date: Timestamp,
    met: RFC822.Forms
  ) {
    self.text = text
    self.start = start
    self.date = date
    self.met = met
  }

  func report(_ report: (ValueFinding) -> Void) {
    let marks = Marks(text)
    if met.contains(.wrongWeekdays) { report(wrongWeekday(marks)) }
    if let place = marks.comment {
      report(finding(.dateWithComment, "has a comment in the date", at: place))
    }
    if let place = marks.spacing {
      report(finding(.dateSpacing, "does not have single spaces between its parts", at: place))
    }
    if let place = marks.letterCase {
      let word = Excerpt.quote(DateComplaint.word(in: text, at: place))
      report(finding(.dateLetterCase, "has \(word) in unusual letter case", at: place))
    }
    if met.contains(.twoDigitYears), let place = marks.year {
      let year = Excerpt.quote(DateComplaint.word(in: text, at: place))
      report(finding(.dateYearTwoDigits, "has the year as \(year), with two digits", at: place))
    }
    if met.contains(.militaryZones), let place = marks.zone {
      let zone = Excerpt.quote(DateComplaint.word(in: text, at: place))
      report(finding(.dateZoneMilitary, "has the military time zone \(zone)", at: place))
    }
    if hasUnusualOffset, let place = marks.zone {
      let zone = Excerpt.quote(DateComplaint.word(in: text, at: place))
      report(
        finding(
          .dateOffsetUnusual,
          "has the offset \(zone), which no place on earth has",
          at: place
        )
      )
    }
  }

  /// Offsets are quarters of an hour from -12:00 to +14:00.
  private var hasUnusualOffset: Bool {
    date.offsetSeconds % 900 != 0 || date.offsetSeconds < -12 * 3_600
      || date.offsetSeconds > 14 * 3_600
  }

  private func finding(_ rule: Rule, _ message: String, at place: Int) -> ValueFinding {
    let isCertain =
      !met.contains(.militaryZones) && !met.contains(.wrongWeekdays)
      && !hasUnusualOffset
    let written = isCertain ? RFC822.string(date) : nil
    return ValueFinding(
      rule,
      message,
      at: start + place,
      help: written.map { "Write \(Excerpt.quote($0))." },
      replacement: written
    )
  }

  private func wrongWeekday(_ marks: Marks) -> ValueFinding {
    let actual = date.civil.date.weekday.name
    let written = Excerpt.quote(DateComplaint.word(in: text, at: marks.firstLetter))
    return ValueFinding(
      .dateWrongWeekday,
      "has the weekday \(written), but the date is a \(actual)",
      at: start + marks.firstLetter,
      help: "Write \(Excerpt.quote(actual.prefix(3).utf8)), or correct the date.",
      // Readers go by the date, whatever the weekday says.
      replacement: met.contains(.militaryZones) || hasUnusualOffset ? nil : RFC822.string(date)
    )
  }

  /// Where the first of each oddity is, from one pass over the date.
  private struct Marks {
    var firstLetter = 0
    var comment: Int?
    var spacing: Int?
    var letterCase: Int?
    var year: Int?
    var zone: Int?

    init(_ text: UnsafeBufferPointer<UInt8>) {
      var index = 0
      var hasLetters = false
      var hasTime = false
      var numbers = 0
      while index < text.count {
        let byte = text[index]
        let begin = index
        index &+= 1
        switch byte {
        case UInt8(ascii: "("):
          comment = comment ?? begin
          index = Self.endOfComment(text, from: begin)
        case UInt8(ascii: ","):
          let isSpaced = index < text.count && text[index] == 0x20
          if !isSpaced, index < text.count, text[index] != UInt8(ascii: "(") { note(index) }
        case UInt8(ascii: ":"):
          hasTime = true
          if index < text.count, TrimmedValue.isSpace(text[index]) { note(index) }
        case 0x30...0x39:
          while index < text.count, text[index] &- 0x30 < 10 { index &+= 1 }
          numbers &+= 1
          if numbers == 2 { year = begin }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
          zone = begin
          while index < text.count, text[index] &- 0x30 < 10 { index &+= 1 }
        case _ where TrimmedValue.isSpace(byte):
          while index < text.count, TrimmedValue.isSpace(text[index]) { index &+= 1 }
          let next = index < text.count ? text[index] : 0
          let isWithinTime = next == UInt8(ascii: ":") || next == UInt8(ascii: ",")
          if index &- begin > 1 || byte != 0x20 || isWithinTime { note(begin) }
        default:
          if !hasLetters { firstLetter = begin }
          hasLetters = true
          while index < text.count, (text[index] | 0x20) &- 0x61 < 26 { index &+= 1 }
          if hasTime { zone = begin }
          if !Self.isUsual(text[begin..<index], isZone: hasTime) {
            letterCase = letterCase ?? begin
          }
        }
      }
    }

    private mutating func note(_ place: Int) {
      spacing = spacing ?? place
    }

    /// `Thu` and `Jun`, but `GMT`.
    private static func isUsual(_ word: Slice<UnsafeBufferPointer<UInt8>>, isZone: Bool) -> Bool {
      for (index, byte) in word.enumerated() {
        let isUpper = byte & 0x20 == 0
        if isUpper != (isZone || index == 0) { return false }
      }
      return true
    }

    private static func endOfComment(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
      var depth = 0
      var index = start
      while index < text.count {
        switch text[index] {
        case UInt8(ascii: "("): depth &+= 1
        case UInt8(ascii: ")"): depth &-= 1
        case UInt8(ascii: "\\"): index &+= 1
        default: break
        }
        index &+= 1
        if depth <= 0 { break }
      }
      return min(index, text.count)
    }
  }
}
