/// Reads dates as feeds have them, not as the formats want them.
///
/// Every format's own form is read, and what is found in their places: ISO 8601 in RSS, months in
/// the site's language, `asctime`, JavaScript's and Java's default forms, Unix time, no zone or an
/// unknown one, no seconds, no time. Where the text left something open, the date is still returned,
/// and the guess is named.
public enum LenientDate {
  /// What the reader had to decide for itself.
  public struct Guesses: OptionSet, Sendable, Hashable {
    /// One bit a guess.
    public let rawValue: UInt16

    /// From the bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// No time zone: UTC is assumed.
    public static let noZone = Guesses(rawValue: 1 << 0)
    /// A time zone that nobody knows, or a military letter: UTC is assumed.
    public static let unknownZone = Guesses(rawValue: 1 << 1)
    /// An abbreviation with several meanings, such as `IST`: the most common is assumed.
    public static let ambiguousZone = Guesses(rawValue: 1 << 2)
    /// No time of day: midnight is assumed.
    public static let noTime = Guesses(rawValue: 1 << 3)
    /// No day, or no month either: the first is assumed.
    public static let noDay = Guesses(rawValue: 1 << 4)
    /// A year of two or three digits: 00 to 49 are of this century.
    public static let shortYear = Guesses(rawValue: 1 << 5)
    /// Day and month as numbers that could stand either way round: of two that can be months, the
    /// month is assumed first.
    public static let dayOrMonth = Guesses(rawValue: 1 << 6)
    /// A month's name that is not English.
    public static let language = Guesses(rawValue: 1 << 7)
    /// A word in the place of the weekday that is no English weekday.
    public static let unknownWeekday = Guesses(rawValue: 1 << 8)
    /// A weekday that is not the date's: the date is believed.
    public static let wrongWeekday = Guesses(rawValue: 1 << 9)
    /// A day that its month does not have: the month's last is assumed.
    public static let noSuchDay = Guesses(rawValue: 1 << 10)
    /// A bare number: seconds, or parts of seconds, after 1970.
    public static let unixTime = Guesses(rawValue: 1 << 11)
    /// Text that means nothing in a date: it is passed over.
    public static let otherText = Guesses(rawValue: 1 << 12)
  }

  /// Texts longer than this are no dates, unless RFC 822 or RFC 3339 says that they are.
  static let longest = 160

  /// Reads a date.
  ///
  /// - Parameter bytes: the text; white space may stand around it.
  /// - Returns: the date and what had to be guessed, or `nil` where there is no date to be seen.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (timestamp: Timestamp, guesses: Guesses)? {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return nil }
    let text = UnsafeBufferPointer(rebasing: bytes[first...last])
    // Nearly every date is one of these two, and the fourth byte tells which.
    if text.count > 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") {
      if let date = try? RFC3339.parse(text) { return (date, []) }
    } else if let date = rfc822(text) {
      return date
    }
    guard text.count <= longest else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { scratch in
      let count = DateTextCleaner.clean(text, into: scratch)
      var parser = LenientDateParser(UnsafeBufferPointer(rebasing: scratch[..<count]))
      return parser.parse()
    }
  }

  /// Reads a date from a string; see ``parse(_:)-(UnsafeBufferPointer<UInt8>)``.
  public static func parse(_ text: String) -> (timestamp: Timestamp, guesses: Guesses)? {
    text.withUTF8Bytes { parse($0) }
  }

  private static func rfc822(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (timestamp: Timestamp, guesses: Guesses)? {
    let forms: RFC822.Forms = RFC822.Forms.obsolete.union(.wrongWeekdays)
    guard let (date, met) = try? RFC822.parse(text, allowing: forms) else { return nil }
    var guesses: Guesses = []
    if met.contains(.militaryZones) { guesses.insert(.unknownZone) }
    if !met.isDisjoint(with: [.twoDigitYears, .threeDigitYears]) { guesses.insert(.shortYear) }
    if met.contains(.wrongWeekdays) { guesses.insert(.wrongWeekday) }
    return (date, guesses)
  }
}

extension LenientDate.Guesses: CustomStringConvertible {
  /// The guesses as phrases, the weightiest first: `no time zone (UTC assumed)`.
  public var description: String {
    phrases.joined(separator: ", ")
  }

  /// One phrase a guess.
  public var phrases: [String] {
    let all: [(LenientDate.Guesses, String)] = [
      (.unixTime, "a number (seconds since 1970 assumed)"),
      (.dayOrMonth, "day and month as numbers that could change places"),
      (.noSuchDay, "a day that the month does not have (its last assumed)"),
      (.shortYear, "a year of fewer than four digits"),
      (.noDay, "no day (the first assumed)"),
      (.noTime, "no time of day (midnight assumed)"),
      (.noZone, "no time zone (UTC assumed)"),
      (.unknownZone, "an unknown time zone (UTC assumed)"),
      (.ambiguousZone, "a time zone with several meanings (the most common assumed)"),
      (.wrongWeekday, "a weekday that is not the date's (the date believed)"),
      (.unknownWeekday, "a weekday that is not English"),
      (.language, "a month that is not in English"),
      (.otherText, "text that is no part of a date"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
