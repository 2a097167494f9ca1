import FeedModel
import TestSupport
import Testing

@testable import FeedSources

@Suite struct TimeZoneFileTests {
  /// Writes a TZif file with 64-bit data (RFC 9636, section 3).
  static func file(
    version: Character = "2",
    times: [Int64] = [],
    types: [UInt8] = [],
    offsets: [Int32] = [0],
    leapCount: Int = 0,
    footer: String? = ""
  ) -> [UInt8] {
    func header(_ counts: [Int]) -> [UInt8] {
      Array("TZif\(version)".utf8) + [UInt8](repeating: 0, count: 15)
        + counts.flatMap { bytes(Int64($0), 4) }
    }
    func bytes(_ value: Int64, _ size: Int) -> [UInt8] {
      (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    func body(_ wordSize: Int) -> [UInt8] {
      times.flatMap { bytes($0, wordSize) } + types
        + offsets.flatMap { bytes(Int64($0), 4) + [0, 0] } + Array("XXX\u{0}".utf8)
        + [UInt8](repeating: 0, count: leapCount * (wordSize + 4))
    }
    let counts = [0, 0, leapCount, times.count, offsets.count, 4]
    guard let footer else { return header(counts) + body(4) }
    let empty = header([0, 0, 0, 0, 1, 4]) + bytes(0, 6) + Array("XXX\u{0}".utf8)
    return empty + header(counts) + body(8) + Array("\n\(footer)\n".utf8)
  }

  @Test func tablesOfTypesAndTimes() throws {
    let table = try TimeZoneFile(
      Self.file(times: [100, 200], types: [1, 0], offsets: [-60, 3_600])
    )
    #expect(
      [99, 100, 199, 200, 300].map { table.offset(at: $0) } == [-60, 3_600, 3_600, -60, -60]
    )
  }

  @Test func versionOneHas32BitTimesAndNoFooter() throws {
    let table = try TimeZoneFile(
      Self.file(
        version: "\u{0}",
        times: [-100, 200],
        types: [1, 0],
        offsets: [0, 60],
        footer: nil
      )
    )
    #expect([-101, -100, 200].map { table.offset(at: $0) } == [0, 60, 0])
  }

  /// Files of `zic -b slim` end with the last irregular change and leave the rest to the footer.
  @Test(arguments: [
    // Central Europe.
    ("CET-1CEST,M3.5.0,M10.5.0/3", 1_561_939_200, 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", 1_575_158_400, 3_600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", 1_553_993_999, 3_600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", 1_553_994_000, 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", 1_572_137_999, 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", 1_572_138_000, 3_600),
    // New York: daylight saving time is an hour and changes are at two, if nothing is said.
    ("EST5EDT,M3.2.0,M11.1.0", 1_552_201_199, -18_000),
    ("EST5EDT,M3.2.0,M11.1.0", 1_552_201_200, -14_400),
    // Greenland before 2023: the day before the last Sunday, by hours before midnight.
    ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", 1_553_993_999, -10_800),
    ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", 1_553_994_000, -7_200),
    // Lord Howe: half an hour, over the new year.
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_546_300_800, 39_600),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_561_939_200, 37_800),
    // Ireland: winter time is the exception, an hour less.
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_561_939_200, 3_600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_575_158_400, 0),
    // Days of the year, with and without the leap day: 1 March is J60 always, 60 in leap years.
    ("AAA0BBB,J60/0,J61/0", 1_583_020_800, 3_600), ("AAA0BBB,J60/0,J61/0", 1_583_020_799, 0),
    ("AAA0BBB,60/0,61/0", 1_583_020_800, 3_600), ("AAA0BBB,60/0,61/0", 1_583_020_799, 0),
    ("AAA0BBB,J60/0,J61/0", 1_551_398_400, 3_600), ("AAA0BBB,J60/0,J61/0", 1_551_398_399, 0),
    // Daylight saving all year.
    ("EST5EDT,0/0,J365/25", 1_546_300_800, -14_400),
    ("EST5EDT,0/0,J365/25", 1_561_939_200, -14_400),
    ("<+0545>-5:45", 1_561_939_200, 20_700),
  ])
  func rules(footer: String, instant: Int64, offset: Int32) throws {
    let standard = try #require(TimeZoneRule(footer.utf8)?.standardOffset)
    let table = try TimeZoneFile(Self.file(offsets: [standard], footer: footer))
    #expect(table.offset(at: instant) == offset)
    #expect(table.offset(at: instant + 146_097 * 86_400) == offset)
    #expect(table.offset(at: instant + 2 * 146_097 * 86_400) == offset)
  }

  @Test(arguments: [
    "CET", "C-1", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J100", "CET-1CEST,366,1",
    "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3x", "<CET-1", "CET-1CEST,,",
    "CET-99999999999999999999", "CET-1:60",
  ])
  func malformedRules(footer: String) {
    #expect(TimeZoneRule(footer.utf8) == nil)
    #expect(throws: TimeZoneFile.Fault.badFooter) { try TimeZoneFile(Self.file(footer: footer)) }
  }

  @Test func malformedFiles() {
    let cases: [(bytes: [UInt8], fault: TimeZoneFile.Fault)] = [
      ([], .notTZif), (Array("#!/bin/sh".utf8), .notTZif),
      ([UInt8](repeating: 0xFF, count: 100), .notTZif),
      (Self.file(offsets: []), .badTable),
      (Self.file(times: [200, 100], types: [0, 0]), .badTable),
      (Self.file(times: [100], types: [1]), .badTable),
      (Self.file(offsets: [1_000_000]), .badTable),
      (Self.file(leapCount: 27), .countsLeapSeconds),
      (Self.file().dropLast(), .truncated),
      (Array("TZif2".utf8) + [UInt8](repeating: 0x7F, count: 60), .truncated),
    ]
    for (bytes, fault) in cases {
      #expect(throws: fault) { try TimeZoneFile(bytes) }
    }
  }

  @Test func randomBytesNeverCrash() throws {
    var generator = SeededGenerator(seed: 8536)
    let original = Self.file(
      times: [100, 200, 300],
      types: [1, 0, 1],
      offsets: [0, 3_600],
      footer: "CET-1CEST,M3.5.0,M10.5.0/3"
    )
    let alphabet = Array("0123456789,./MJ<>+-:\u{0}\n".utf8)
    var readable = 0
    for _ in 0..<10_000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] =
          Bool.random(using: &generator)
          ? alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
          : UInt8.random(in: 0...255, using: &generator)
      }
      if Int.random(in: 0..<5, using: &generator) == 0 {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      guard let zone = try? SiteTimeZone(identifier: "Test", file: bytes) else { continue }
      readable += 1
      for seconds in [Int64.min, -62_167_219_200, 0, 250, 253_402_300_799, .max] {
        _ = zone.offset(at: seconds)
        if let local = CivilDateTime(secondsSince1970InUTC: seconds) {
          _ = RFC3339.string(zone.timestamp(local: local))
        }
      }
    }
    #expect(readable > 100, "seed \(generator.seed)")
  }
}
