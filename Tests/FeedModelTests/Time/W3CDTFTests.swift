import FeedModel
import TestSupport
import Testing

@Suite struct W3CDTFTests {
  static let accepted: [(text: String, start: String, precision: W3CDTF.Precision, offset: Bool)] =
    [
      ("2019", "2019-01-01T00:00:00Z", .year, false),
      ("2019-06", "2019-06-01T00:00:00Z", .month, false),
      ("2019-06-13", "2019-06-13T00:00:00Z", .day, false),
      ("2019-06-13T05:30Z", "2019-06-13T05:30:00Z", .minute, true),
      ("2019-06-13T05:30+05:30", "2019-06-13T05:30:00+05:30", .minute, true),
      ("2019-06-13T05:30:15-08:00", "2019-06-13T05:30:15-08:00", .second, true),
      ("2019-06-13T05:30:15.25Z", "2019-06-13T05:30:15.250Z", .fraction, true),
      ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", .second, true),
      ("2024-02-29", "2024-02-29T00:00:00Z", .day, false),
      ("0000", "0000-01-01T00:00:00Z", .year, false),
    ]

  @Test func readsEveryPrecision() throws {
    for (text, start, precision, offset) in Self.accepted {
      let reading = try W3CDTF.parse(text)
      #expect(RFC3339.string(reading.start) == start, "\(text)")
      #expect(reading.precision == precision, "\(text)")
      #expect(reading.hasOffset == offset, "\(text)")
    }
  }

  static let refused: [(text: String, reason: DateFailure.Reason, range: Range<Int>)] = [
    ("", .empty, 0..<0),
    ("19", .missing(.year), 2..<2),
    ("2019-", .missing(.month), 5..<5),
    ("2019-13", .outOfRange(.month, 13), 5..<7),
    ("2019-00-01", .outOfRange(.month, 0), 5..<7),
    ("2019-6-13", .malformed(.month), 5..<6),
    ("2019/06/13", .malformed(.dateSeparator), 4..<5),
    ("20190613", .malformed(.dateSeparator), 4..<5),
    ("2019-02-29", .noSuchDay(year: 2019, month: 2, day: 29), 8..<10),
    ("2019-06-13 05:30Z", .malformed(.timeSeparator), 10..<11),
    ("2019-06-13t05:30Z", .lowercaseDesignator, 10..<11),
    ("2019-06-13T05:30z", .lowercaseDesignator, 16..<17),
    ("2019-06-13T05", .missing(.colon), 13..<13),
    ("2019-06-13T24:00Z", .outOfRange(.hour, 24), 11..<13),
    ("2019-06-13T05:60Z", .outOfRange(.minute, 60), 14..<16),
    ("2019-06-13T05:30:61Z", .outOfRange(.second, 61), 17..<19),
    ("2019-06-13T05:30:60Z", .leapSecondNotAtMonthEnd, 17..<19),
    ("2019-06-13T05:30:00.Z", .malformed(.fraction), 20..<21),
    ("2019-06-13T05:30:00", .missing(.offset), 19..<19),
    ("2019-06-13T05:30:00+0530", .malformed(.colon), 22..<23),
    ("2019-06-13T05:30:00Z ", .trailingText, 20..<21),
  ]

  @Test func saysWhatIsWrongAndWhere() {
    for (text, reason, range) in Self.refused {
      let failure = #expect(throws: DateFailure.self, "\(text)") { try W3CDTF.parse(text) }
      #expect(failure?.reason == reason, "\(text)")
      #expect(failure?.range == range, "\(text)")
    }
  }

  @Test func localTimesCanGoWithoutOffset() throws {
    let reading = try W3CDTF.parse("2019-06-13T05:30:00", requiresOffset: false)
    #expect(!reading.hasOffset)
    #expect(RFC3339.string(reading.start) == "2019-06-13T05:30:00Z")
  }

  @Test func everyRFC3339DateIsOne() throws {
    var generator = SeededGenerator(seed: 822)
    for _ in 0..<2_000 {
      let timestamp = Timestamp(
        secondsSince1970: Int64.random(in: -60_000_000_000...250_000_000_000, using: &generator),
        nanoseconds: Int32.random(in: 0...999_999_999, using: &generator),
        offsetSeconds: Int32.random(in: -1439...1439, using: &generator) * 60
      )
      let text = RFC3339.string(timestamp)
      #expect(try W3CDTF.parse(text).start == timestamp, "\(text)")
    }
  }

  @Test func survivesAnyBytes() {
    var generator = SeededGenerator(seed: 3339)
    let alphabet = Array("0123456789-:T.Z+ ".utf8)
    for _ in 0..<20_000 {
      let bytes = generator.mutated("2019-06-13T05:30:15.25+05:30", alphabet: alphabet)
      bytes.withUnsafeBufferPointer { bytes in
        do throws(DateFailure) {
          _ = try W3CDTF.parse(bytes)
        } catch {
          #expect(error.range.upperBound <= max(bytes.count, 0), "\(Array(bytes))")
        }
      }
    }
  }
}
