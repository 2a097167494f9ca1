import FeedModel

/// Says in words what a date parser found, with the piece of the date that it is about.
enum DateComplaint {
  /// A clause that follows "is not a date after …: ". That a date is another format's counts for
  /// more than the place at which it first differs.
  static func of(_ failure: DateFailure, in text: UnsafeBufferPointer<UInt8>) -> String {
    if failure.range.lowerBound < 4 || text.allSatisfy(ASCII.isDigit),
      let form = otherForm(of: text)
    {
      return form
    }
    if failure.range.lowerBound < 4, isISO(text) { return "it has the form of ISO 8601's dates" }
    let place = failure.range.lowerBound
    switch failure.reason {
    case .missing(let part): return missing(part)
    case .malformed(.colon) where isMissingSeconds(text, at: place): return "it has no seconds"
    case .malformed(let part): return malformed(part, text, place)
    case .lowercaseDesignator: return "“T” and “Z” are upper case"
    case .trailingText:
      return "\(Excerpt.quote(text[min(place, text.count)...])) follows the date"
    case .noSuchDay, .leapSecondNotAtMonthEnd, .wrongWeekday: return failure.reason.description
    case .outOfRange(.offset, _): return "its offset from UTC does not exist"
    case .formNotAllowed, .outOfRange, .empty: return "it has \(failure.reason)"
    }
  }

  /// What this one is instead: a date of another format's form, a number, or no date at all.
  private static func otherForm(of text: UnsafeBufferPointer<UInt8>) -> String? {
    if Leftover.stands(for: text) { return "it is \(Excerpt.quote(text))" }
    if (try? RFC3339.parse(text)) != nil { return "it has the form of Atom's dates, RFC 3339" }
    if (try? RFC822.parse(text)) != nil { return "it has the form of RSS's dates, RFC 822" }
    if let reading = LenientDate.parse(text), reading.guesses == .unixTime {
      return "it is the number of \(text.count < 12 ? "seconds" : "milliseconds") since 1970"
    }
    return nil
  }

  /// `2019-06-1…`, where a date of RFC 822 is expected.
  private static func isISO(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= 7 && text.prefix(4).allSatisfy(ASCII.isDigit) && text[4] == UInt8(ascii: "-")
      && ASCII.isDigit(text[5])
  }

  private static func missing(_ part: DateFailure.Part) -> String {
    switch part {
    case .offset, .zone: "it has no time zone"
    case .hour, .timeSeparator: "it has no time"
    case .second: "it has no seconds"
    case .minute, .colon: "it ends within the time"
    case .dateSeparator: "it ends within the date"
    case .comment: "its comment has no end"
    default: "it has no \(part.rawValue)"
    }
  }

  private static func malformed(
    _ part: DateFailure.Part,
    _ text: UnsafeBufferPointer<UInt8>,
    _ place: Int
  ) -> String {
    let word = Excerpt.quote(word(in: text, at: place))
    switch part {
    case .month where isWord(text, place):
      return "\(word) is no month (Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec)"
    case .weekday: return "\(word) is no weekday (Mon, Tue, Wed, Thu, Fri, Sat, Sun)"
    case .zone: return "\(word) is no time zone of RFC 822"
    case .offset where isWord(text, place): return "\(word) is no offset from UTC"
    case .comma: return "there is no comma after the weekday"
    case .space: return "there is no space before \(word)"
    case .timeSeparator:
      return "\(Excerpt.quote(text[place...].prefix(1))) stands for the “T” between date and time"
    case .dateSeparator:
      return "\(word) stands where a “-” between year, month and day belongs"
    case .colon: return "\(word) stands where a “:” belongs"
    default: return "\(word) stands where the \(part.rawValue) belongs"
    }
  }

  /// `10:30Z` where the colon before the seconds is expected.
  private static func isMissingSeconds(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place >= 6, place < text.count, text[place &- 3] == UInt8(ascii: ":") else {
      return false
    }
    return [UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-")]
      .contains(text[place])
  }

  private static func isWord(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    place < text.count && (text[place] >= 0x80 || (text[place] | 0x20) &- 0x61 < 26)
  }

  /// The letters and digits around a place, or the one character that stands there.
  static func word(
    in text: UnsafeBufferPointer<UInt8>,
    at place: Int
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard place < text.count else { return text[text.count...] }
    var end = place
    if text[place] == UInt8(ascii: "+") || text[place] == UInt8(ascii: "-") { end &+= 1 }
    while end < text.count, isWordByte(text[end]) { end &+= 1 }
    if end == place { end &+= 1 }
    return text[place..<end]
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
