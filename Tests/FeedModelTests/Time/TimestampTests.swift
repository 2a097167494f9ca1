import FeedModel
import Foundation
import TestSupport
import Testing

@Suite struct TimestampTests {
  @Test func equalityAndOrderAreByInstant() throws {
    let india = try #require(
      Timestamp(year: 2019, month: 6, day: 13, hour: 5, minute: 30, offsetSeconds: 19_800)
    )
    let utc = try #require(Timestamp(year: 2019, month: 6, day: 13))
    #expect(india == utc)
    #expect(Set([india, utc]).count == 1)
    #expect(!(india < utc) && !(utc < india))
    #expect(utc < Timestamp(secondsSince1970: utc.secondsSince1970, nanoseconds: 1))
    #expect(india.utc.civil == utc.civil)
    #expect(india.civil.hour == 5)
    #expect(india.description == "2019-06-13T05:30:00+05:30")
  }

  @Test(arguments: [Int64.min, .min + 1, -62_167_219_201, 253_402_300_800, .max - 1, .max])
  func instantsOutsideTheCalendarStopAtItsEnds(seconds: Int64) {
    for offset in [Int32.min, -86_340, 0, 1, 59, 86_340, .max] {
      for nanoseconds in [Int32.min, 0, .max] {
        let timestamp = Timestamp(
          secondsSince1970: seconds,
          nanoseconds: nanoseconds,
          offsetSeconds: offset
        )
        let text = RFC3339.string(timestamp)
        #expect(text.hasPrefix("0000-01-01T") || text.hasPrefix("9999-12-31T"), "\(text)")
      }
    }
  }

  @Test func offsetsHaveWholeMinutes() {
    // Paris before 1911 was 9 minutes and 21 seconds east of Greenwich.
    #expect(Timestamp(secondsSince1970: 0, offsetSeconds: 561).offsetSeconds == 540)
    #expect(Timestamp(secondsSince1970: 0, offsetSeconds: -561).offsetSeconds == -540)
  }

  @Test func theLastEveningOfTheCalendarKeepsItsOffset() throws {
    let text = "9999-12-31T23:59:59-05:00"
    let timestamp = try RFC3339.parse(text)
    #expect(RFC3339.string(timestamp) == text)
    #expect(RFC3339.string(timestamp.utc) == "9999-12-31T23:59:59Z")
  }

  @Test func foundationsDatesRoundTrip() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<10_000 {
      let microseconds = Int64.random(
        in: -4_000_000_000_000_000...8_000_000_000_000_000,
        using: &generator
      )
      let date = Date(timeIntervalSince1970: Double(microseconds) / 1e6)
      let timestamp = Timestamp(timeIntervalSince1970: date.timeIntervalSince1970)
      let difference = timestamp.timeIntervalSince1970 - date.timeIntervalSince1970
      #expect(abs(difference) < 2e-6, "seed \(generator.seed), \(microseconds)")
    }
    #expect(Timestamp(timeIntervalSince1970: -0.25).nanoseconds == 750_000_000)
    #expect(Timestamp(timeIntervalSince1970: -0.25).secondsSince1970 == -1)
    #expect(Timestamp(timeIntervalSince1970: 0.999_999_9).secondsSince1970 == 1)
    #expect(Timestamp(timeIntervalSince1970: .nan).secondsSince1970 == 0)
    #expect(Timestamp(timeIntervalSince1970: .infinity).civil.date.year == 9999)
    #expect(Timestamp(timeIntervalSince1970: -.infinity).civil.date.year == 0)
  }
}
