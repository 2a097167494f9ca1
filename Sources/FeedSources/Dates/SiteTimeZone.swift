import FeedModel

/// The zone of a site, for dates that are written without one. It is read once and is a value: the
/// process's zone and `TZ` play no part, so a build gives the same feed on every machine.
public struct SiteTimeZone: Sendable, Hashable {
  /// As it was given: `Europe/Paris`, `+05:30`, `UTC`.
  public let identifier: String
  private let table: TimeZoneFile

  /// Coordinated Universal Time.
  public static let utc = SiteTimeZone(identifier: "UTC", table: TimeZoneFile(fixedOffset: 0))

  /// Where systems keep the zone files: Linux, some older Unixes, NixOS, macOS.
  public static let standardDirectories = [
    "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
    "/var/db/timezone/zoneinfo",
  ]

  /// Reads a zone.
  ///
  /// - Parameters:
  ///   - identifier: a name of the IANA database, such as `Europe/Paris`; or a fixed offset: `Z`,
  ///     `UTC`, `GMT`, `+05:30`, `-0800`, `+2`, `UTC+05:30`.
  ///   - directories: folders with TZif files, in the order in which they are asked.
  public init(
    identifier: String,
    directories: [String] = SiteTimeZone.standardDirectories
  ) throws(SiteTimeZoneError) {
    if let offset = Self.fixedOffset(identifier) {
      self.init(identifier: identifier, table: TimeZoneFile(fixedOffset: offset))
      return
    }
    guard ZoneInfoDirectory.isSafe(identifier) else {
      throw Self.unknown(identifier, directories: directories, orElse: .malformed)
    }
    // All zones begin with a capital. "localtime", which some systems keep beside them, is the
    // machine's zone, and "right/…" counts leap seconds.
    let isCapitalized = identifier.utf8.first.map { $0 &- 0x41 < 26 } ?? false
    for path in directories where isCapitalized {
      guard let bytes = ZoneInfoDirectory(path: path).read(identifier) else { continue }
      do throws(TimeZoneFile.Fault) {
        self.init(identifier: identifier, table: try TimeZoneFile(bytes))
        return
      } catch {
        throw SiteTimeZoneError(
          identifier: identifier,
          reason: .unreadable(path: "\(path)/\(identifier)", why: error.rawValue)
        )
      }
    }
    throw Self.unknown(identifier, directories: directories, orElse: .unknown(suggestion: nil))
  }

  private init(identifier: String, table: TimeZoneFile) {
    self.identifier = identifier
    self.table = table
  }

  /// A zone from the bytes of a TZif file.
  init(identifier: String, file: [UInt8]) throws(TimeZoneFile.Fault) {
    self.init(identifier: identifier, table: try TimeZoneFile(file))
  }

  private static func unknown(
    _ identifier: String,
    directories: [String],
    orElse reason: SiteTimeZoneError.Reason
  ) -> SiteTimeZoneError {
    let existing = directories.map(ZoneInfoDirectory.init).filter(\.exists)
    if existing.isEmpty, reason != .malformed {
      return SiteTimeZoneError(identifier: identifier, reason: .noZoneInfo(searched: directories))
    }
    let known = existing.flatMap { $0.identifiers() }
    if let suggestion = ZoneSuggestion.nearest(to: identifier, among: known) {
      return SiteTimeZoneError(identifier: identifier, reason: .unknown(suggestion: suggestion))
    }
    return SiteTimeZoneError(identifier: identifier, reason: reason)
  }

  // MARK: Fixed offsets

  /// Seconds east of UTC for `Z`, `UTC`, `GMT`, `±h`, `±hh`, `±hhmm`, `±hh:mm`, and `UTC±…`.
  static func fixedOffset(_ text: String) -> Int32? {
    withDateBytes(text) { bytes in
      var scanner = DateScanner(bytes)
      let first = scanner.current | 0x20
      if first == UInt8(ascii: "z"), bytes.count == 1 { return 0 }
      let second = scanner.peek(1) | 0x20
      let third = scanner.peek(2) | 0x20
      if first == UInt8(ascii: "u"), second == UInt8(ascii: "t"), third == UInt8(ascii: "c") {
        scanner.position = 3
      } else if first == UInt8(ascii: "g"), second == UInt8(ascii: "m"),
        third == UInt8(ascii: "t")
      {
        scanner.position = 3
      }
      if scanner.isAtEnd { return bytes.isEmpty ? nil : 0 }
      guard let offset = numericOffset(&scanner), scanner.isAtEnd else { return nil }
      return offset
    }
  }

  /// `±h`, `±hh`, `±hhmm`, `±h:mm`, `±hh:mm` at the position; `nil` when there is none, or its hours
  /// or minutes do not exist.
  static func numericOffset(_ scanner: inout DateScanner) -> Int32? {
    let sign = scanner.current
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    scanner.position &+= 1
    let (value, digits) = scanner.digitRun()
    var hours = value
    var minutes = 0
    switch digits {
    case 1, 2:
      if scanner.current == UInt8(ascii: ":") {
        scanner.position &+= 1
        minutes = scanner.twoDigits()
      }
    case 4:
      hours = value / 100
      minutes = value % 100
    default: return nil
    }
    guard hours <= 23, (0...59).contains(minutes) else { return nil }
    let seconds = Int32(truncatingIfNeeded: hours &* 3_600 &+ minutes &* 60)
    return sign == UInt8(ascii: "-") ? 0 &- seconds : seconds
  }

  // MARK: Look-ups

  /// Seconds east of UTC at an instant, given as seconds after 1970-01-01T00:00:00Z.
  public func offset(at secondsSince1970: Int64) -> Int32 { table.offset(at: secondsSince1970) }

  /// Seconds east of UTC at an instant.
  public func offset(at timestamp: Timestamp) -> Int32 {
    table.offset(at: timestamp.secondsSince1970)
  }

  /// A time on the zone's clocks, and what it turned out to be.
  public struct LocalTime: Sendable, Hashable {
    /// How often the clocks show the time.
    public enum Kind: Sendable, Hashable {
      /// Once.
      case unique
      /// Never: clocks were set forward over it. The time is moved on by as much.
      case skipped
      /// Twice: clocks were set back. The first is taken.
      case repeated
    }

    /// How often the clocks show the time that was asked for.
    public var kind: Kind
    /// The instant.
    public var secondsSince1970: Int64
    /// Seconds east of UTC at that instant.
    public var offsetSeconds: Int32
  }

  /// The instant at which the zone's clocks show a date and time. 02:30 on a night when clocks go
  /// from 02:00 to 03:00 is 03:30; on a night when it comes twice, it is the first.
  public func resolve(local: CivilDateTime) -> LocalTime {
    let seconds = local.secondsSince1970InUTC
    let (kind, before, after) = table.resolve(local: seconds)
    return LocalTime(
      kind: kind,
      secondsSince1970: seconds &- Int64(before),
      offsetSeconds: kind == .skipped ? after : before
    )
  }

  /// Seconds east of UTC when the zone's clocks show a date and time; see `resolve(local:)`.
  public func offset(atLocal local: CivilDateTime) -> Int32 {
    resolve(local: local).offsetSeconds
  }

  /// The timestamp of a date and time on the zone's clocks, written in the zone's offset; see
  /// `resolve(local:)`.
  ///
  /// Where the offset has odd seconds (before the railways) the timestamp's has not, and the written
  /// date and time are kept rather than the instant.
  public func timestamp(local: CivilDateTime, nanoseconds: Int32 = 0) -> Timestamp {
    let resolved = resolve(local: local)
    guard resolved.offsetSeconds % 60 == 0 else {
      return Timestamp(local, nanoseconds: nanoseconds, offsetSeconds: resolved.offsetSeconds)
    }
    return Timestamp(
      secondsSince1970: resolved.secondsSince1970,
      nanoseconds: nanoseconds,
      offsetSeconds: resolved.offsetSeconds
    )
  }

  /// The same instant, written in the zone's offset.
  public func localized(_ timestamp: Timestamp) -> Timestamp {
    timestamp.withOffset(offset(at: timestamp))
  }

  /// Whether both have the same identifier and the same offsets.
  public static func == (left: SiteTimeZone, right: SiteTimeZone) -> Bool {
    left.identifier == right.identifier && left.table == right.table
  }

  /// Hashes the identifier.
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

/// Why a time zone cannot be used.
public struct SiteTimeZoneError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// No zone has this name; the nearest that exists, if one is near.
    case unknown(suggestion: String?)
    /// It is not a name that a zone can have, such as `../passwd`.
    case malformed
    /// None of the folders exists: the system has no time zone database.
    case noZoneInfo(searched: [String])
    /// There is a file, and it is no time zone.
    case unreadable(path: String, why: String)
  }

  /// As it was given.
  public var identifier: String
  /// What is wrong.
  public var reason: Reason

  /// The error and, as far as there is any, the remedy.
  public var description: String {
    let help = help.map { "; \($0)" } ?? ""
    switch reason {
    case .unknown: return "there is no time zone \"\(identifier)\"\(help)"
    case .malformed: return "\"\(identifier)\" is not the name of a time zone\(help)"
    case .noZoneInfo: return "time zone \"\(identifier)\" cannot be read\(help)"
    case .unreadable(let path, let why):
      return "time zone \"\(identifier)\" cannot be read from \(path): \(why)\(help)"
    }
  }

  /// What to do about it.
  public var help: String? {
    switch reason {
    case .unknown(let suggestion?): "did you mean \"\(suggestion)\"?"
    case .unknown, .malformed:
      "write a name such as \"Europe/Paris\" or an offset such as \"+05:30\""
    case .noZoneInfo(let searched):
      "install tzdata, or write an offset such as \"+05:30\" (searched \(searched.joined(separator: ", ")))"
    case .unreadable: nil
    }
  }
}
