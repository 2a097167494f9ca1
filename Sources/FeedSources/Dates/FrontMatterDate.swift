import FeedModel

/// A date as an author wrote it: in front matter, in a data file or on a command line.
public struct FrontMatterDate: Sendable, Hashable {
  /// How much of the date was written.
  public enum Precision: Int, Sendable, Hashable, Comparable {
    /// `2019`: 1 January is meant for want of a better day.
    case year
    /// `2019-06`: the first of the month.
    case month
    /// `2019-06-13`: at the parser's default time.
    case day
    /// `2019-06-13 11:30`.
    case minute
    /// `2019-06-13 11:30:00`, with or without a fraction.
    case second

    /// From coarse to fine.
    public static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The instant, in the offset that was written, or else in the site zone's at that instant.
  public var timestamp: Timestamp
  /// How much of the date was written.
  public var precision: Precision
  /// Whether the text names its offset or zone, so that the site's played no part.
  public var hasZone: Bool

  /// A date that was read.
  public init(timestamp: Timestamp, precision: Precision, hasZone: Bool) {
    self.timestamp = timestamp
    self.precision = precision
    self.hasZone = hasZone
  }
}

/// Reads the dates that blogs write, whatever generator they are written for.
///
/// A date without a time takes `defaultTime`, and a date without a zone is local to `siteZone`: in
/// a feed that is written in the site's zone, the calendar day is the author's.
///
/// Understood are ISO 8601 (`2019-06-13`, `2019-06-13T11:30:00.000Z`, `2019-06-13 11:30 +0200`,
/// `2019/06/13`, `2019-6-3`, `20190613T113000Z`, `2019-06`, `2019`), English dates in any order that
/// cannot be misread (`13 June 2019`, `Jun 13th, 2019 at 10:00 AM`), what programs print
/// (`Thu Jun 13 2019 00:00:00 GMT+0530 (IST)`, `Thu Jun 13 11:30:00 UTC 2019`,
/// `Thu, 13 Jun 2019 00:00:00 GMT`) and Unix time in ten digits. Zones are offsets, well-known
/// abbreviations and IANA names. Anything else fails, with the reason and what to write.
public struct FrontMatterDateParser: Sendable {
  /// The zone of dates that are written without one; UTC when there is none.
  public var siteZone: SiteTimeZone
  /// Minutes after midnight that a date without a time gets, 0 to 1439.
  public let defaultMinuteOfDay: Int
  /// Where zones that a date names (`2019-06-13 11:30 Europe/Paris`) are looked up.
  public var zoneDirectories: [String]

  /// A parser for a site. A default time that no clock shows becomes 00:00.
  public init(
    siteZone: SiteTimeZone = .utc,
    defaultHour: Int = 0,
    defaultMinute: Int = 0,
    zoneDirectories: [String] = SiteTimeZone.standardDirectories
  ) {
    self.siteZone = siteZone
    let isTime = (0...23).contains(defaultHour) && (0...59).contains(defaultMinute)
    defaultMinuteOfDay = isTime ? defaultHour * 60 + defaultMinute : 0
    self.zoneDirectories = zoneDirectories
  }

  /// Reads a date; white space around it is ignored.
  public func parse(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FrontMatterDateError) -> FrontMatterDate {
    var reader = FrontMatterDateReader(bytes)
    do throws(FrontMatterDateError.Reason) {
      return try resolve(try reader.read(), of: reader)
    } catch {
      throw FrontMatterDateError(
        // Enough to recognise it; a post's body may have slipped into the field.
        text: String(decoding: bytes.prefix(Self.longestText), as: UTF8.self),
        reason: error
      )
    }
  }

  /// Reads a date; white space around it is ignored.
  public func parse(_ text: String) throws(FrontMatterDateError) -> FrontMatterDate {
    try withDateBytes(text) { (bytes) throws(FrontMatterDateError) in try parse(bytes) }
  }

  /// Reads a date; white space around it is ignored.
  public func parse(_ text: Substring) throws(FrontMatterDateError) -> FrontMatterDate {
    try withDateBytes(text) { (bytes) throws(FrontMatterDateError) in try parse(bytes) }
  }

  /// The date for a day that is known without a text, such as a file name's.
  public func date(of day: CivilDate) -> FrontMatterDate {
    FrontMatterDate(
      timestamp: siteZone.timestamp(local: withDefaultTime(day)),
      precision: .day,
      hasZone: false
    )
  }

  /// No date is longer; the longest, JavaScript's with a zone's name, has about 70 bytes.
  static let longestText = 128

  private func withDefaultTime(_ day: CivilDate) -> CivilDateTime {
    CivilDateTime(day, hour: defaultMinuteOfDay / 60, minute: defaultMinuteOfDay % 60)
      ?? CivilDateTime(unchecked: day, hour: 0, minute: 0, second: 0)
  }

  private func resolve(
    _ fields: WrittenDate,
    of reader: FrontMatterDateReader
  ) throws(FrontMatterDateError.Reason) -> FrontMatterDate {
    if let seconds = fields.unixSeconds {
      let instant = Timestamp(secondsSince1970: seconds)
      return FrontMatterDate(timestamp: instant, precision: .second, hasZone: true)
    }
    let local =
      fields.precision < .minute
      ? withDefaultTime(fields.date)
      : CivilDateTime(
        unchecked: fields.date,
        hour: fields.hour,
        minute: fields.minute,
        second: fields.second
      )
    let timestamp: Timestamp
    switch fields.zone {
    case .none:
      timestamp = siteZone.timestamp(local: local, nanoseconds: fields.nanoseconds)
    case .offset(let offset):
      timestamp = Timestamp(local, nanoseconds: fields.nanoseconds, offsetSeconds: offset)
    case .named(let name):
      let zone = try zone(reader.text(name))
      timestamp = zone.timestamp(local: local, nanoseconds: fields.nanoseconds)
    }
    return FrontMatterDate(
      timestamp: timestamp,
      precision: fields.precision,
      hasZone: fields.zone != .none
    )
  }

  private func zone(_ name: String) throws(FrontMatterDateError.Reason) -> SiteTimeZone {
    if name == siteZone.identifier { return siteZone }
    do throws(SiteTimeZoneError) {
      return try SiteTimeZone(identifier: name, directories: zoneDirectories)
    } catch {
      throw .zone(error)
    }
  }
}

/// The fields of a date, before the site's zone and default time are applied.
struct WrittenDate {
  enum Zone: Equatable {
    case none
    /// Seconds east of UTC.
    case offset(Int32)
    /// An IANA name: where it stands in the reader's text. A string would make every copy of a date
    /// count references.
    case named(Range<Int>)
  }

  var date: CivilDate
  var hour = 0
  var minute = 0
  var second = 0
  var nanoseconds: Int32 = 0
  var precision = FrontMatterDate.Precision.day
  var zone = Zone.none
  var unixSeconds: Int64?

  init(_ date: CivilDate) { self.date = date }
}
