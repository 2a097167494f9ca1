import FeedModel
import TestSupport
import Testing

@Suite struct RFC3339Tests {
  static let accepted: [(text: String, canonical: String)] = [
    ("2019-06-13T00:00:00Z", "2019-06-13T00:00:00Z"),
    ("2019-06-13T05:30:00+05:30", "2019-06-13T05:30:00+05:30"),
    ("2019-06-12T16:00:00-08:00", "2019-06-12T16:00:00-08:00"),
    ("2019-06-13T00:00:00-00:00", "2019-06-13T00:00:00Z"),
    ("2019-06-13t00:00:00z", "2019-06-13T00:00:00Z"),
    ("2019-06-13T00:00:00.5Z", "2019-06-13T00:00:00.500Z"),
    ("2019-06-13T00:00:00.000Z", "2019-06-13T00:00:00Z"),
    ("2019-06-13T00:00:00.000001Z", "2019-06-13T00:00:00.000001Z"),
    ("2019-06-13T00:00:00.1234567891Z", "2019-06-13T00:00:00.123456789Z"),
    ("2019-06-13T00:00:00.000000000000Z", "2019-06-13T00:00:00Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
    ("1990-12-31T15:59:60-08:00", "1990-12-31T16:00:00-08:00"),
    ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"),
    ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
    ("0000-01-01T00:00:00+05:30", "0000-01-01T00:00:00+05:30"),
    ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
    ("9999-12-31T23:59:60Z", "9999-12-31T23:59:59Z"),
    ("2019-06-13T23:59:59+23:59", "2019-06-13T23:59:59+23:59"),
  ]

  @Test(arguments: accepted)
  func accepts(text: String, canonical: String) throws {
    let timestamp = try RFC3339.parse(text)
    #expect(RFC3339.string(timestamp) == canonical)
    var bytes = Array("x".utf8)
    RFC3339.format(timestamp, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "x" + canonical)
    #expect(try RFC3339.parse(("  " + text).dropFirst(2).utf8) == timestamp)
  }

  static let refused: [(text: String, reason: DateFailure.Reason, range: Range<Int>)] = [
    ("", .empty, 0..<0),
    ("2024-02-30T00:00:00Z", .noSuchDay(year: 2024, month: 2, day: 30), 8..<10),
    ("2023-02-29T00:00:00Z", .noSuchDay(year: 2023, month: 2, day: 29), 8..<10),
    ("2019-06-31T00:00:00Z", .noSuchDay(year: 2019, month: 6, day: 31), 8..<10),
    ("2019-06-00T00:00:00Z", .outOfRange(.day, 0), 8..<10),
    ("2019-13-01T00:00:00Z", .outOfRange(.month, 13), 5..<7),
    ("2019-00-01T00:00:00Z", .outOfRange(.month, 0), 5..<7),
    ("2019-06-13T24:00:00Z", .outOfRange(.hour, 24), 11..<13),
    ("2019-06-13T23:60:00Z", .outOfRange(.minute, 60), 14..<16),
    ("2019-06-13T23:59:61Z", .outOfRange(.second, 61), 17..<19),
    ("2019-06-13T23:59:60Z", .leapSecondNotAtMonthEnd, 17..<19),
    ("2016-12-31T23:59:60+01:00", .leapSecondNotAtMonthEnd, 17..<19),
    ("2019-06-13T00:00:00", .missing(.offset), 19..<19),
    ("2019-06-13T00:00:00.5", .missing(.offset), 21..<21),
    ("2019-06-13T00:00:00.Z", .malformed(.fraction), 20..<21),
    ("2019-06-13T00:00Z", .malformed(.colon), 16..<17),
    ("2019-06-13T00:00:00+0530", .malformed(.colon), 22..<23),
    ("2019-06-13T00:00:00+05", .missing(.colon), 22..<22),
    ("2019-06-13T00:00:00+24:00", .outOfRange(.offset, 2400), 19..<25),
    ("2019-06-13T00:00:00+05:60", .outOfRange(.offset, 560), 19..<25),
    ("2019-06-13T00:00:00 GMT", .malformed(.offset), 19..<20),
    ("2019-06-13 00:00:00Z", .malformed(.timeSeparator), 10..<11),
    ("2019-06-13", .missing(.timeSeparator), 10..<10),
    ("2019-6-3T00:00:00Z", .malformed(.month), 5..<6),
    ("2019/06/13T00:00:00Z", .malformed(.dateSeparator), 4..<5),
    ("20190613T000000Z", .malformed(.dateSeparator), 4..<5),
    ("2019", .missing(.dateSeparator), 4..<4),
    ("201", .malformed(.year), 2..<3),
    ("2019-06-13T00:00:00Z ", .trailingText, 20..<21),
    ("2019-06-13T00:00:00Zjunk", .trailingText, 20..<24),
    (" 2019-06-13T00:00:00Z", .malformed(.year), 0..<1),
    ("Thu, 13 Jun 2019 00:00:00 +0000", .malformed(.year), 0..<1),
    ("２０１９-06-13T00:00:00Z", .malformed(.year), 0..<1),
  ]

  @Test func refuses() {
    for (text, reason, range) in Self.refused {
      do {
        let timestamp = try RFC3339.parse(text)
        Issue.record("\(text) was read as \(timestamp)")
      } catch {
        #expect(error == DateFailure(reason, at: range), "\(text)")
      }
    }
  }

  @Test(arguments: ["2019-06-13t00:00:00Z", "2019-06-13T00:00:00z"])
  func atomAsksForUpperCase(text: String) {
    #expect(throws: DateFailure.self) { try RFC3339.parse(text, requiresUppercase: true) }
  }

  @Test(arguments: [
    ("2024-02-30T00:00:00Z", "February has 29 days in 2024 at character 9"),
    ("2019-06-31T00:00:00Z", "June has 30 days at character 9"),
    ("2019-06-13T24:00:00Z", "hour 24 (midnight is hour 00 of the next day) at character 12"),
    ("2019-06-13T00:00:00", "missing offset from UTC at character 20"),
    ("2019-13-01T00:00:00Z", "month 13 (months are 01 to 12) at character 6"),
  ])
  func saysWhatIsWrongAndWhere(text: String, message: String) {
    do {
      _ = try RFC3339.parse(text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func randomInstantsRoundTrip() throws {
    var generator = SeededGenerator(seed: 20_190_613)
    for _ in 0..<100_000 {
      let timestamp = Timestamp(
        secondsSince1970: .random(in: -62_167_219_200...253_402_300_799, using: &generator),
        nanoseconds: [
          0, .random(in: 0..<1_000, using: &generator) * 1_000_000,
          .random(in: 0..<1_000_000_000, using: &generator),
        ][Int.random(in: 0..<3, using: &generator)],
        offsetSeconds: .random(in: -1_439...1_439, using: &generator) * 60
      )
      let text = RFC3339.string(timestamp)
      let reread = try RFC3339.parse(text, requiresUppercase: true)
      guard reread == timestamp, reread.offsetSeconds == timestamp.offsetSeconds else {
        Issue.record("seed \(generator.seed): \(text) came back as \(reread)")
        return
      }
    }
  }

  @Test func randomBytesNeverCrash() {
    var generator = SeededGenerator(seed: 3339)
    let alphabet = Array("0123456789-:.TtZz+ ".utf8)
    for _ in 0..<10_000 {
      let (text, _) = Self.accepted[Int.random(in: 0..<Self.accepted.count, using: &generator)]
      let bytes = generator.mutated(text, alphabet: alphabet)
      bytes.withUnsafeBufferPointer { buffer in
        do throws(DateFailure) {
          _ = RFC3339.string(try RFC3339.parse(buffer))
        } catch {
          let isWithin = error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count
          #expect(isWithin, "seed \(generator.seed): \(bytes) fails at \(error.range)")
          #expect(!error.description.isEmpty)
        }
      }
    }
  }
}
