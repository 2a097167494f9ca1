import FeedModel
import TestSupport
import Testing

@Suite struct RFC822Tests {
  static let accepted: [(text: String, date: String, forms: RFC822.Forms)] = [
    ("Thu, 13 Jun 2019 00:00:00 +0000", "2019-06-13T00:00:00Z", []),
    ("Thu, 13 Jun 2019 05:30:00 +0530", "2019-06-13T05:30:00+05:30", []),
    ("Wed, 12 Jun 2019 16:00:00 -0800", "2019-06-12T16:00:00-08:00", []),
    ("13 Jun 2019 00:00:00 +0000", "2019-06-13T00:00:00Z", []),
    ("Thu, 6 Jun 2019 00:00:00 -0000", "2019-06-06T00:00:00Z", []),
    ("Thu, 13 Jun 2019 11:30 +0000", "2019-06-13T11:30:00Z", []),
    ("Thu,13 Jun 2019 11:30 +0000", "2019-06-13T11:30:00Z", []),
    (" \n\tThu,  13  Jun\t2019  11:30:00\r\n +0000 ", "2019-06-13T11:30:00Z", []),
    ("thu, 13 JUN 2019 00:00:00 +0000", "2019-06-13T00:00:00Z", []),
    ("Thu, 13 Jun 2019 00:00:00 +0000 (UTC)", "2019-06-13T00:00:00Z", []),
    ("Sat, 31 Dec 2016 23:59:60 +0000", "2017-01-01T00:00:00Z", []),
    ("Thu, 13 Jun 2019 00:00:00 GMT", "2019-06-13T00:00:00Z", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 UT", "2019-06-13T00:00:00Z", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 Z", "2019-06-13T00:00:00Z", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 EST", "2019-06-13T00:00:00-05:00", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 EDT", "2019-06-13T00:00:00-04:00", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 CST", "2019-06-13T00:00:00-06:00", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 CDT", "2019-06-13T00:00:00-05:00", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 MST", "2019-06-13T00:00:00-07:00", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 MDT", "2019-06-13T00:00:00-06:00", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 PST", "2019-06-13T00:00:00-08:00", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 pdt", "2019-06-13T00:00:00-07:00", .namedZones),
    ("Thu, 13 Jun 2019 00:00:00 A", "2019-06-13T00:00:00Z", .militaryZones),
    ("Thu, 13 Jun 19 00:00:00 +0000", "2019-06-13T00:00:00Z", .twoDigitYears),
    ("Sat, 13 Jun 98 00:00:00 +0000", "1998-06-13T00:00:00Z", .twoDigitYears),
    ("Sat, 01 Jan 00 00:00:00 GMT", "2000-01-01T00:00:00Z", [.twoDigitYears, .namedZones]),
    ("Sat, 01 Jan 100 00:00:00 +0000", "2000-01-01T00:00:00Z", .threeDigitYears),
    ("Thu (day) , 13 Jun 2019 00 : 00 : 00 +0000", "2019-06-13T00:00:00Z", .comments),
    ("Thu, (a (nested \\) one) b) 13 Jun 2019 00:00 +0000", "2019-06-13T00:00:00Z", .comments),
    ("Fri, 13 Jun 2019 00:00:00 +0000", "2019-06-13T00:00:00Z", .wrongWeekdays),
  ]

  static let everything: RFC822.Forms = RFC822.Forms.obsolete.union(.wrongWeekdays)

  @Test func acceptsAndNamesTheOlderForms() {
    for (text, date, forms) in Self.accepted {
      do {
        let (timestamp, met) = try RFC822.parse(text, allowing: Self.everything)
        #expect(RFC3339.string(timestamp) == date, "\(text)")
        #expect(met == forms, "\(text)")
        #expect(
          try RFC822.parse(("--" + text).dropFirst(2).utf8, allowing: met).timestamp == timestamp
        )
      } catch {
        Issue.record("\(text): \(error)")
      }
    }
  }

  @Test func eachOlderFormCanBeRefused() {
    for (text, _, forms) in Self.accepted where !forms.isEmpty {
      #expect(throws: DateFailure.self, "\(text)") {
        try RFC822.parse(text, allowing: Self.everything.subtracting(forms))
      }
    }
  }

  static let refused: [(text: String, reason: DateFailure.Reason, range: Range<Int>)] = [
    ("", .empty, 0..<0),
    ("  ", .empty, 0..<0),
    ("Thu, 30 Feb 2024 00:00:00 +0000", .noSuchDay(year: 2024, month: 2, day: 30), 5..<7),
    ("Thu, 00 Jun 2019 00:00:00 +0000", .outOfRange(.day, 0), 5..<7),
    (
      "Fri, 13 Jun 2019 00:00:00 +0000",
      .wrongWeekday(written: .friday, actual: .thursday), 0..<3
    ),
    ("Thursday, 13 Jun 2019 00:00:00 +0000", .malformed(.weekday), 0..<8),
    ("Don, 13 Jun 2019 00:00:00 +0000", .malformed(.weekday), 0..<3),
    ("Thu 13 Jun 2019 00:00:00 +0000", .malformed(.comma), 3..<4),
    ("Thu, 13 June 2019 00:00:00 +0000", .malformed(.month), 8..<12),
    ("Thu, 13 Juin 2019 00:00:00 +0000", .malformed(.month), 8..<12),
    ("Thu, 13 06 2019 00:00:00 +0000", .malformed(.month), 8..<9),
    ("Thu, 113 Jun 2019 00:00:00 +0000", .malformed(.day), 5..<8),
    ("Thu, 13 Jun 20190 00:00:00 +0000", .outOfRange(.year, 20190), 12..<17),
    ("Thu, 13 Jun 9 00:00:00 +0000", .malformed(.year), 12..<13),
    ("Thu, 13 Jun 2019", .missing(.hour), 16..<16),
    ("Thu, 13 Jun 2019 24:00:00 +0000", .outOfRange(.hour, 24), 17..<19),
    ("Thu, 13 Jun 2019 23:60:00 +0000", .outOfRange(.minute, 60), 20..<22),
    ("Thu, 13 Jun 2019 23:59:61 +0000", .outOfRange(.second, 61), 23..<25),
    ("Thu, 13 Jun 2019 23:59:60 +0000", .leapSecondNotAtMonthEnd, 17..<25),
    ("Thu, 13 Jun 2019 0:00:00 +0000", .malformed(.hour), 17..<18),
    ("Thu, 13 Jun 2019 00.00.00 +0000", .malformed(.colon), 19..<20),
    ("Thu, 13 Jun 2019 00:00:00", .missing(.offset), 25..<25),
    ("Thu, 13 Jun 2019 00:00:00 +05:30", .malformed(.offset), 29..<30),
    ("Thu, 13 Jun 2019 00:00:00 +0560", .outOfRange(.offset, 560), 26..<31),
    ("Thu, 13 Jun 2019 00:00:00 +2400", .outOfRange(.offset, 2400), 26..<31),
    ("Thu, 13 Jun 2019 00:00:00+0000", .malformed(.space), 25..<26),
    ("Thu, 13 Jun 2019 00:00:00 UTC", .malformed(.zone), 26..<29),
    ("Thu, 13 Jun 2019 00:00:00 J", .malformed(.zone), 26..<27),
    ("Thu, 13 Jun 2019 00:00:00 GMT+1", .trailingText, 29..<31),
    ("Thu, 13 Jun 2019 00:00:00 &#43;0000", .malformed(.offset), 26..<27),
    ("Thu, 13 Jun 2019 00:00:00 +0000 (UTC", .missing(.comment), 36..<36),
    ("Thu, 13 Jun 2019 00:00:00 +0000 (UTC\\", .missing(.comment), 37..<37),
    ("2019-06-13T00:00:00Z", .malformed(.day), 0..<4),
  ]

  @Test func refuses() {
    for (text, reason, range) in Self.refused {
      do {
        let timestamp = try RFC822.parse(text, allowing: .rss).timestamp
        Issue.record("\(text) was read as \(timestamp)")
      } catch {
        #expect(error == DateFailure(reason, at: range), "\(text)")
      }
    }
  }

  @Test func saysWhichWeekdayItIs() {
    do {
      _ = try RFC822.parse("Fri, 13 Jun 2019 00:00:00 +0000")
      Issue.record("a Friday was accepted")
    } catch {
      #expect(error.description == "the date is a Thursday, not a Friday at character 1")
    }
  }

  @Test func writesTheFormThatAllReadersKnow() throws {
    let timestamp = try #require(
      Timestamp(year: 2019, month: 6, day: 3, hour: 5, minute: 6, second: 7, offsetSeconds: -12_600)
    )
    var bytes: [UInt8] = []
    RFC822.format(timestamp, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "Mon, 03 Jun 2019 05:06:07 -0330")
    #expect(RFC822.string(timestamp.utc) == "Mon, 03 Jun 2019 08:36:07 +0000")
  }

  @Test func randomInstantsRoundTrip() throws {
    var generator = SeededGenerator(seed: 822)
    for _ in 0..<100_000 {
      let timestamp = Timestamp(
        secondsSince1970: .random(in: -62_167_219_200...253_402_300_799, using: &generator),
        offsetSeconds: .random(in: -1_439...1_439, using: &generator) * 60
      )
      let text = RFC822.string(timestamp)
      let (reread, forms) = try RFC822.parse(text, allowing: .current)
      guard reread == timestamp, reread.offsetSeconds == timestamp.offsetSeconds, forms.isEmpty
      else {
        Issue.record("seed \(generator.seed): \(text) came back as \(reread)")
        return
      }
    }
  }

  @Test func randomBytesNeverCrash() {
    var generator = SeededGenerator(seed: 5322)
    let alphabet = Array("0123456789-:(), \\GMTJunThu+".utf8)
    for _ in 0..<10_000 {
      let text = Self.accepted[Int.random(in: 0..<Self.accepted.count, using: &generator)].text
      let bytes = generator.mutated(text, alphabet: alphabet)
      bytes.withUnsafeBufferPointer { buffer in
        do throws(DateFailure) {
          _ = RFC822.string(try RFC822.parse(buffer, allowing: Self.everything).timestamp)
        } catch {
          let isWithin = error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count
          #expect(isWithin, "seed \(generator.seed): \(bytes) fails at \(error.range)")
          #expect(!error.description.isEmpty)
        }
      }
    }
  }
}
