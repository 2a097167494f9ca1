import FeedModel
import Foundation
import TestSupport
import Testing

@testable import FeedSources

/// Whether this system has a time zone database.
let hasZoneInfo = (try? SiteTimeZone(identifier: "Europe/Paris")) != nil

@Suite struct SiteTimeZoneTests {
  static let zones = [
    "Europe/Paris", "Europe/London", "Europe/Dublin", "Europe/Moscow", "Europe/Lisbon",
    "America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "America/St_Johns",
    "America/Havana", "America/Santiago", "Asia/Kolkata", "Asia/Tokyo", "Asia/Tehran",
    "Asia/Gaza", "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Apia",
    "Pacific/Chatham", "Antarctica/Troll", "Asia/Kathmandu", "America/Nuuk",
  ]

  /// 1950 to 2100.
  static let instants: ClosedRange<Int64> = -631_152_000...4_102_444_800

  @Test(.enabled(if: hasZoneInfo), arguments: zones)
  func offsetsAreFoundations(identifier: String) throws {
    var generator = SeededGenerator(seed: 9636)
    let zone = try SiteTimeZone(identifier: identifier)
    let oracle = try #require(TimeZone(identifier: identifier))
    for _ in 0..<5_000 {
      let instant = Int64.random(in: Self.instants, using: &generator)
      let expected = oracle.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
      guard zone.offset(at: instant) == Int32(expected) else {
        Issue.record(
          "seed \(generator.seed): \(identifier) at \(instant): \(zone.offset(at: instant)), not \(expected)"
        )
        return
      }
    }
  }

  @Test(.enabled(if: hasZoneInfo), arguments: zones)
  func transitionsAreFoundations(identifier: String) throws {
    let zone = try SiteTimeZone(identifier: identifier)
    let oracle = try #require(TimeZone(identifier: identifier))
    var date = Date(timeIntervalSince1970: Double(Self.instants.lowerBound))
    while let next = oracle.nextDaylightSavingTimeTransition(after: date),
      Int64(next.timeIntervalSince1970) < Self.instants.upperBound
    {
      for shift in [-1, 0, 1] {
        let instant = Int64(next.timeIntervalSince1970) + Int64(shift)
        let expected = oracle.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
        #expect(zone.offset(at: instant) == Int32(expected), "\(identifier) at \(instant)")
      }
      date = next
    }
  }

  /// The definition, tried on every offset that the zone ever has: the first instant whose local time
  /// is this one. The look-up is tested against Foundation above.
  @Test(.enabled(if: hasZoneInfo), arguments: zones)
  func localTimesAroundTransitions(identifier: String) throws {
    var generator = SeededGenerator(seed: 2_030)
    let zone = try SiteTimeZone(identifier: identifier)
    var offsets: Set<Int64> = []
    var transitions: [Int64] = []
    for instant in stride(
      from: Self.instants.lowerBound,
      to: Self.instants.upperBound,
      by: 4 * 86_400
    ) {
      let offset = zone.offset(at: instant)
      offsets.insert(Int64(offset))
      if zone.offset(at: instant + 4 * 86_400) != offset { transitions.append(instant) }
    }
    var kinds: [SiteTimeZone.LocalTime.Kind: Int] = [:]
    for number in 0..<4_000 {
      // Within five days of a change every other time, anywhere else otherwise.
      let near = transitions.randomElement(using: &generator)
      let local =
        number % 2 == 0 && near != nil
        ? (near ?? 0) + .random(in: -86_400...5 * 86_400, using: &generator)
        : .random(in: Self.instants, using: &generator)
      guard let civil = CivilDateTime(secondsSince1970InUTC: local) else { continue }
      let resolved = zone.resolve(local: civil)
      kinds[resolved.kind, default: 0] += 1
      let candidates = offsets.map { local - $0 }
        .filter { $0 + Int64(zone.offset(at: $0)) == local }.sorted()
      let first = resolved.secondsSince1970
      var isRight = zone.offset(at: first) == resolved.offsetSeconds
      switch resolved.kind {
      case .unique: isRight = isRight && candidates == [first]
      case .repeated: isRight = isRight && candidates.count > 1 && candidates.first == first
      case .skipped:
        // As far past the change as the time is past its beginning.
        let before = Int64(zone.offset(at: first - 86_400))
        isRight = isRight && candidates.isEmpty && first + before == local
        isRight = isRight && first + Int64(resolved.offsetSeconds) > local
      }
      guard isRight else {
        Issue.record("seed \(generator.seed): \(identifier) \(civil) is \(resolved)")
        return
      }
    }
    if transitions.count > 100 { #expect(kinds.count == 3) }
  }

  @Test(
    .enabled(if: hasZoneInfo),
    arguments: [
      // The clocks skip 02:00 to 03:00.
      (
        "Europe/Paris", 2019, 3, 31, 2, 30, "2019-03-31T03:30:00+02:00",
        SiteTimeZone.LocalTime.Kind.skipped
      ),
      ("Europe/Paris", 2019, 3, 31, 1, 59, "2019-03-31T01:59:00+01:00", .unique),
      ("Europe/Paris", 2019, 3, 31, 3, 0, "2019-03-31T03:00:00+02:00", .unique),
      // 02:00 to 03:00 comes twice.
      ("Europe/Paris", 2019, 10, 27, 2, 30, "2019-10-27T02:30:00+02:00", .repeated),
      ("Europe/Paris", 2019, 10, 27, 3, 0, "2019-10-27T03:00:00+01:00", .unique),
      // Midnight was skipped, the day is kept.
      ("America/Sao_Paulo", 2018, 11, 4, 0, 0, "2018-11-04T01:00:00-02:00", .skipped),
      // Samoa crossed the date line and had no such day.
      ("Pacific/Apia", 2011, 12, 30, 12, 0, "2011-12-31T12:00:00+14:00", .skipped),
      ("Asia/Kolkata", 2019, 6, 13, 0, 0, "2019-06-13T00:00:00+05:30", .unique),
      // After the table: by the rule, and by its repetition.
      ("Europe/Paris", 2150, 7, 1, 0, 0, "2150-07-01T00:00:00+02:00", .unique),
      ("Europe/Paris", 2600, 7, 1, 0, 0, "2600-07-01T00:00:00+02:00", .unique),
      ("Europe/Paris", 9999, 12, 31, 23, 59, "9999-12-31T23:59:00+01:00", .unique),
      ("Europe/Paris", 9999, 7, 1, 0, 0, "9999-07-01T00:00:00+02:00", .unique),
      // Local mean time: the offset is 9 minutes and 21 seconds, the day is kept.
      ("Europe/Paris", 1900, 1, 1, 0, 0, "1900-01-01T00:00:00+00:09", .unique),
      ("Europe/Paris", 0, 1, 1, 0, 0, "0000-01-01T00:00:00+00:09", .unique),
    ]
  )
  func localTimes(
    identifier: String,
    year: Int,
    month: Int,
    day: Int,
    hour: Int,
    minute: Int,
    expected: String,
    kind: SiteTimeZone.LocalTime.Kind
  ) throws {
    let zone = try SiteTimeZone(identifier: identifier)
    let date = try #require(CivilDate(year: year, month: month, day: day))
    let local = try #require(CivilDateTime(date, hour: hour, minute: minute))
    #expect(RFC3339.string(zone.timestamp(local: local)) == expected)
    #expect(zone.resolve(local: local).kind == kind)
  }

  @Test(.enabled(if: hasZoneInfo))
  func theRuleRepeatsEvery400Years() throws {
    var generator = SeededGenerator(seed: 400)
    let zone = try SiteTimeZone(identifier: "America/New_York")
    let cycle: Int64 = 146_097 * 86_400
    for _ in 0..<10_000 {
      let instant = Int64.random(in: 2_208_988_800...4_102_444_800 + cycle, using: &generator)
      let offset = zone.offset(at: instant)
      #expect(zone.offset(at: instant + cycle) == offset, "seed \(generator.seed), \(instant)")
      #expect(zone.offset(at: instant + 17 * cycle) == offset, "seed \(generator.seed), \(instant)")
    }
    for extreme in [Int64.min, .min + 1, .max - 1, .max] { _ = zone.offset(at: extreme) }
  }

  @Test(arguments: [
    ("Z", 0), ("UTC", 0), ("utc", 0), ("GMT", 0), ("+05:30", 19_800), ("-0800", -28_800),
    ("+2", 7_200), ("+02", 7_200), ("UTC+05:30", 19_800), ("GMT-3", -10_800), ("-00:30", -1_800),
    ("+23:59", 86_340),
  ])
  func fixedOffsets(identifier: String, offset: Int32) throws {
    let zone = try SiteTimeZone(identifier: identifier, directories: [])
    #expect(zone.offset(at: 0) == offset)
    #expect(zone.offset(at: .max) == offset)
    #expect(zone.identifier == identifier)
  }

  @Test(arguments: [
    "", "../etc/passwd", "/etc/passwd", "Europe/../../../etc/passwd", "Europe//Paris",
    "Europe/Paris/", "./Europe/Paris", "Europe/Par\u{0}is", "right.", "+24:00", "+05:60", "+",
    "+530", "Europe\\Paris", String(repeating: "A", count: 65),
  ])
  func refusesWhatIsNoName(identifier: String) {
    do {
      _ = try SiteTimeZone(identifier: identifier, directories: ["/nowhere", "/"])
      Issue.record("\(identifier) was accepted")
    } catch {
      #expect(error.reason == .malformed)
      #expect(error.identifier == identifier)
    }
  }

  @Test(
    .enabled(if: hasZoneInfo),
    arguments: [
      ("Europe/Pari", "Europe/Paris"), ("europe/paris", "Europe/Paris"), ("Paris", "Europe/Paris"),
      ("Asia/Culcutta", "Asia/Calcutta"), ("America/New York", "America/New_York"),
      ("Kolkata", "Asia/Kolkata"), ("PST", "America/Los_Angeles"), ("Europe/Pris", "Europe/Paris"),
      ("america/los_angles", "America/Los_Angeles"),
    ]
  )
  func suggestsTheNearestName(identifier: String, suggestion: String) {
    do {
      _ = try SiteTimeZone(identifier: identifier)
      Issue.record("\(identifier) was accepted")
    } catch {
      #expect(error.reason == .unknown(suggestion: suggestion))
      let message = "there is no time zone \"\(identifier)\"; did you mean \"\(suggestion)\"?"
      #expect(error.description == message)
    }
  }

  @Test(.enabled(if: hasZoneInfo), arguments: ["localtime", "posixrules", "Europe", "Xyzzy/Plugh"])
  func hasNoSuchZone(identifier: String) {
    #expect(throws: SiteTimeZoneError.self) { try SiteTimeZone(identifier: identifier) }
  }

  @Test func saysThatTheDatabaseIsMissing() {
    do {
      _ = try SiteTimeZone(identifier: "Europe/Paris", directories: ["/nowhere/zoneinfo"])
      Issue.record("Europe/Paris was read from nowhere")
    } catch {
      #expect(error.reason == .noZoneInfo(searched: ["/nowhere/zoneinfo"]))
      #expect(error.description.contains("install tzdata"))
    }
  }
}
