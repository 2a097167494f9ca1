/// Dates of RSS: RFC 822, section 5, as RSS 2.0 and RFC 5322, section 3.3, changed it.
///
///     Thu, 13 Jun 2019 00:00:00 +0000
///
/// A parse names the older or wrong forms that it accepts in a set, `Forms`, and returns those it
/// met, so that a reader takes what a validator warns about and a further form is a further member.
public enum RFC822 {
  /// Forms that RFC 5322 does not let new documents contain.
  public struct Forms: OptionSet, Sendable, Hashable {
    /// One bit a form.
    public let rawValue: UInt16

    /// From the bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// `UT`, `GMT`, `Z` and the North American `EST` to `PDT`.
    public static let namedZones = Forms(rawValue: 1 << 0)
    /// One letter but `J`. RFC 822 had their signs wrong, so they say nothing: they are read as an
    /// offset of 0 (RFC 5322, section 4.3).
    public static let militaryZones = Forms(rawValue: 1 << 1)
    /// A year of two digits: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999.
    public static let twoDigitYears = Forms(rawValue: 1 << 2)
    /// A year of three digits, counted from 1900, that programs wrote in the year 2000.
    public static let threeDigitYears = Forms(rawValue: 1 << 3)
    /// Comments in parentheses other than after the zone, and white space around the colons and
    /// before the comma.
    public static let comments = Forms(rawValue: 1 << 4)
    /// A weekday that is not the date's.
    public static let wrongWeekdays = Forms(rawValue: 1 << 5)

    /// RFC 5322, section 3.3, and nothing older.
    public static let current: Forms = []
    /// What the RSS 2.0 specification allows: RFC 822, years of two or four digits.
    public static let rss: Forms = [.namedZones, .militaryZones, .twoDigitYears, .comments]
    /// All that RFC 5322, section 4.3, asks a reader to accept.
    public static let obsolete: Forms = [
      .namedZones, .militaryZones, .twoDigitYears, .threeDigitYears, .comments,
    ]
  }

  /// Appends the 31 bytes of the date: two digits for the day, four for the year, a numeric offset.
  /// A fraction of a second is lost: the format has none.
  public static func format(_ timestamp: Timestamp, into output: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { scratch in
      guard let start = scratch.baseAddress else { return }
      write(timestamp, to: start)
      output.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
    }
  }

  /// The date as a string; `format` is faster where bytes are wanted.
  public static func string(_ timestamp: Timestamp) -> String {
    String(unsafeUninitializedCapacity: length) { scratch in
      guard let start = scratch.baseAddress else { return 0 }
      write(timestamp, to: start)
      return length
    }
  }

  private static let length = 31

  @inline(__always)
  private static func write(_ timestamp: Timestamp, to start: UnsafeMutablePointer<UInt8>) {
    let civil = timestamp.civil
    let minutes = Int(timestamp.offsetSeconds.magnitude) / 60
    let weekday = Weekday.number(ofDaysSince1970: civil.date.daysSince1970)
    var buffer = DateBuffer(next: start)
    buffer.letters(EnglishCalendar.weekdayAbbreviations, weekday)
    buffer.byte(UInt8(ascii: ","))
    buffer.byte(UInt8(ascii: " "))
    buffer.twoDigits(civil.date.day)
    buffer.byte(UInt8(ascii: " "))
    buffer.letters(EnglishCalendar.monthAbbreviations, civil.date.month &- 1)
    buffer.byte(UInt8(ascii: " "))
    buffer.fourDigits(civil.date.year)
    buffer.byte(UInt8(ascii: " "))
    buffer.twoDigits(civil.hour)
    buffer.byte(UInt8(ascii: ":"))
    buffer.twoDigits(civil.minute)
    buffer.byte(UInt8(ascii: ":"))
    buffer.twoDigits(civil.second)
    buffer.byte(UInt8(ascii: " "))
    buffer.byte(UInt8(ascii: timestamp.offsetSeconds < 0 ? "-" : "+"))
    buffer.twoDigits(minutes / 60)
    buffer.twoDigits(minutes % 60)
  }

  /// Reads a complete date; only white space may stand around it (and comments, if allowed).
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - forms: the forms that are accepted beyond RFC 5322, section 3.3.
  /// - Returns: the date, and those of the forms that it has.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    allowing forms: Forms = .rss
  ) throws(DateFailure) -> (timestamp: Timestamp, forms: Forms) {
    var parser = RFC822Parser(bytes, allowing: forms)
    return (try parser.parse(), parser.met)
  }

  /// Reads a complete date from a string.
  public static func parse(
    _ text: String,
    allowing forms: Forms = .rss
  ) throws(DateFailure) -> (timestamp: Timestamp, forms: Forms) {
    try withDateBytes(text) { (bytes) throws(DateFailure) in try parse(bytes, allowing: forms) }
  }

  /// Reads a complete date from the UTF-8 of a part of a string.
  public static func parse(
    _ text: Substring.UTF8View,
    allowing forms: Forms = .rss
  ) throws(DateFailure) -> (timestamp: Timestamp, forms: Forms) {
    try withDateBytes(Substring(text)) { (bytes) throws(DateFailure) in
      try parse(bytes, allowing: forms)
    }
  }

  /// The offset in minutes of a zone that RFC 822, section 5.1, names; letters in either case.
  @inline(__always)
  static func namedZone(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    switch name.count {
    case 1: return name[0] | 0x20 == UInt8(ascii: "z") ? 0 : nil
    case 2:
      let isUT = name[0] | 0x20 == UInt8(ascii: "u") && name[1] | 0x20 == UInt8(ascii: "t")
      return isUT ? 0 : nil
    case 3:
      let key = UInt32(name[0] | 0x20) << 16 | UInt32(name[1] | 0x20) << 8 | UInt32(name[2] | 0x20)
      switch key {
      case 0x67_6D74: return 0  // gmt
      case 0x65_7374: return -300  // est
      case 0x65_6474: return -240  // edt
      case 0x63_7374: return -360  // cst
      case 0x63_6474: return -300  // cdt
      case 0x6D_7374: return -420  // mst
      case 0x6D_6474: return -360  // mdt
      case 0x70_7374: return -480  // pst
      case 0x70_6474: return -420  // pdt
      default: return nil
      }
    default: return nil
    }
  }
}

extension RFC822.Forms: CustomStringConvertible {
  /// What is old or wrong about the forms, as a phrase: `a year of two digits`.
  public var description: String {
    let phrases: [(RFC822.Forms, String)] = [
      (.namedZones, "a time zone by name, not as +hhmm"),
      (.militaryZones, "a military time zone, which has no certain meaning"),
      (.twoDigitYears, "a year of two digits"),
      (.threeDigitYears, "a year of three digits"),
      (.comments, "a comment or white space within the date"),
      (.wrongWeekdays, "a weekday that is not the date's"),
    ]
    return phrases.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
