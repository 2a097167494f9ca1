import FeedModel
import FeedSources
import TestSupport
import Testing

@Suite struct FrontMatterDateTests {
  typealias Precision = FrontMatterDate.Precision

  /// Read with a site at +05:30, whose offset therefore shows what has no zone of its own.
  static let accepted: [(text: String, date: String, precision: Precision, hasZone: Bool)] = [
    // ISO 8601.
    ("2019-06-13", "2019-06-13T00:00:00+05:30", .day, false),
    ("  2019-06-13\n", "2019-06-13T00:00:00+05:30", .day, false),
    ("2019-6-3", "2019-06-03T00:00:00+05:30", .day, false),
    ("2019-06", "2019-06-01T00:00:00+05:30", .month, false),
    ("2019/06", "2019-06-01T00:00:00+05:30", .month, false),
    ("2019", "2019-01-01T00:00:00+05:30", .year, false),
    ("2019/06/13", "2019-06-13T00:00:00+05:30", .day, false),
    ("2019/6/3", "2019-06-03T00:00:00+05:30", .day, false),
    ("2019.06.13", "2019-06-13T00:00:00+05:30", .day, false),
    ("20190613", "2019-06-13T00:00:00+05:30", .day, false),
    ("20190613T113000Z", "2019-06-13T11:30:00Z", .second, true),
    ("20190613T1130", "2019-06-13T11:30:00+05:30", .minute, false),
    ("20190613T11:30:00", "2019-06-13T11:30:00+05:30", .second, false),
    ("2019-06-13T00:00:00.000Z", "2019-06-13T00:00:00Z", .second, true),
    ("2019-06-13T00:00:00Z", "2019-06-13T00:00:00Z", .second, true),
    ("2019-06-13t00:00:00z", "2019-06-13T00:00:00Z", .second, true),
    ("2019-06-13T11:30:00.25+02:00", "2019-06-13T11:30:00.250+02:00", .second, true),
    ("2019-06-13T11:30:00,250+02:00", "2019-06-13T11:30:00.250+02:00", .second, true),
    ("2019-06-13T11:30", "2019-06-13T11:30:00+05:30", .minute, false),
    ("2019-06-13T11:30Z", "2019-06-13T11:30:00Z", .minute, true),
    ("2019-06-13T11:30:00+0200", "2019-06-13T11:30:00+02:00", .second, true),
    ("2019-06-13T11:30:00-07", "2019-06-13T11:30:00-07:00", .second, true),
    ("2019-06-13T11:30:00+5:30", "2019-06-13T11:30:00+05:30", .second, true),
    ("2019-06-13T11:30:00+02:00[Europe/Paris]", "2019-06-13T11:30:00+02:00", .second, true),
    ("2019-06-13 11:30", "2019-06-13T11:30:00+05:30", .minute, false),
    ("2019-06-13  9:05", "2019-06-13T09:05:00+05:30", .minute, false),
    ("2019-06-13 11:30:15", "2019-06-13T11:30:15+05:30", .second, false),
    ("2019-06-13 11:30:15.123456", "2019-06-13T11:30:15.123456+05:30", .second, false),
    ("2019-06-13 11:30:00 +0200", "2019-06-13T11:30:00+02:00", .second, true),
    ("2019-06-13 11:30:00 +02:00", "2019-06-13T11:30:00+02:00", .second, true),
    ("2019-06-13 11:30:00 -0700", "2019-06-13T11:30:00-07:00", .second, true),
    ("2019-06-13 11:30:00-0700", "2019-06-13T11:30:00-07:00", .second, true),
    ("2019-06-13 11:30 Z", "2019-06-13T11:30:00Z", .minute, true),
    ("2019-06-13 11:30:00 UTC", "2019-06-13T11:30:00Z", .second, true),
    ("2019-06-13 11:30:00 +0200 CEST", "2019-06-13T11:30:00+02:00", .second, true),
    ("2019-06-13 11:30:00 +0000 UTC", "2019-06-13T11:30:00Z", .second, true),
    ("2019-06-13 11:30 EST", "2019-06-13T11:30:00-05:00", .minute, true),
    ("2019-06-13 11:30 CEST", "2019-06-13T11:30:00+02:00", .minute, true),
    ("2019-06-13 11:30 BST", "2019-06-13T11:30:00+01:00", .minute, true),
    ("2019-06-13 11:30 UTC+2", "2019-06-13T11:30:00+02:00", .minute, true),
    ("2019-06-13 10:00 AM", "2019-06-13T10:00:00+05:30", .minute, false),
    ("2019-06-13 10:00 pm", "2019-06-13T22:00:00+05:30", .minute, false),
    ("2019-06-13 12:00AM", "2019-06-13T00:00:00+05:30", .minute, false),
    ("2019-06-13 12:30 p.m.", "2019-06-13T12:30:00+05:30", .minute, false),
    ("2019-06-13 10pm", "2019-06-13T22:00:00+05:30", .minute, false),
    ("2019-06-13 10:00:05 PM PST", "2019-06-13T22:00:05-08:00", .second, true),
    ("2019-06-13 10:00\u{202F}AM", "2019-06-13T10:00:00+05:30", .minute, false),
    ("2019-06-13 at 10:00", "2019-06-13T10:00:00+05:30", .minute, false),
    ("2019-06-13Z", "2019-06-13T00:00:00Z", .day, true),
    ("2019-06-13+02:00", "2019-06-13T00:00:00+02:00", .day, true),
    ("2019-06-13 EST", "2019-06-13T00:00:00-05:00", .day, true),
    ("2019/06/13 11:30:00", "2019-06-13T11:30:00+05:30", .second, false),
    ("1560384000", "2019-06-13T00:00:00Z", .second, true),
    // English.
    ("13 June 2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("13 Jun 2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("3 june 2019", "2019-06-03T00:00:00+05:30", .day, false),
    ("Jun 13 2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("Jul 08 2022", "2022-07-08T00:00:00+05:30", .day, false),
    ("Jun 13, 2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("June 13th, 2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("June 1st 2019", "2019-06-01T00:00:00+05:30", .day, false),
    ("the 22nd of June, 2019", "2019-06-22T00:00:00+05:30", .day, false),
    ("Sept. 3, 2019", "2019-09-03T00:00:00+05:30", .day, false),
    ("Thursday, June 13, 2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("Thu 13 Jun 2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("2019 June 13", "2019-06-13T00:00:00+05:30", .day, false),
    ("2019-Jun-13", "2019-06-13T00:00:00+05:30", .day, false),
    ("13-Jun-2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("June 2019", "2019-06-01T00:00:00+05:30", .month, false),
    ("June 13, 2019 10:00 AM", "2019-06-13T10:00:00+05:30", .minute, false),
    ("June 13, 2019 at 10 PM", "2019-06-13T22:00:00+05:30", .minute, false),
    ("June 13, 2019, 11:30:00 PDT", "2019-06-13T11:30:00-07:00", .second, true),
    ("13 June 2019 11:30 +02:00", "2019-06-13T11:30:00+02:00", .minute, true),
    ("13 June 2019 UTC", "2019-06-13T00:00:00Z", .day, true),
    // What programs print.
    (
      "Thu Jun 13 2019 00:00:00 GMT+0530 (IST)", "2019-06-13T00:00:00+05:30", .second, true
    ),
    (
      "Thu Jun 13 2019 00:00:00 GMT+0530 (India Standard Time)", "2019-06-13T00:00:00+05:30",
      .second, true
    ),
    ("Thu Jun 13 2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("Thu, 13 Jun 2019 00:00:00 +0000", "2019-06-13T00:00:00Z", .second, true),
    ("Thu, 13 Jun 2019 00:00:00 GMT", "2019-06-13T00:00:00Z", .second, true),
    ("Thu, 13 Jun 19 00:00:00 GMT", "2019-06-13T00:00:00Z", .second, true),
    ("13 Jun 2019 00:00 EDT", "2019-06-13T00:00:00-04:00", .minute, true),
    ("Thu Jun 13 11:30:00 2019", "2019-06-13T11:30:00+05:30", .second, false),
    ("Thu Jun 13 11:30:00 2019 -0700", "2019-06-13T11:30:00-07:00", .second, true),
    ("Thu Jun 13 11:30:00 UTC 2019", "2019-06-13T11:30:00Z", .second, true),
    ("Thu Jun 13 11:30:00 AM CEST 2019", "2019-06-13T11:30:00+02:00", .second, true),
    ("13/Jun/2019:11:30:00 +0200", "2019-06-13T11:30:00+02:00", .second, true),
    // Days and months in digits, where there is one way to read them.
    ("13/06/2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("06/13/2019", "2019-06-13T00:00:00+05:30", .day, false),
    ("6/6/2019", "2019-06-06T00:00:00+05:30", .day, false),
    ("13-06-2019 11:30", "2019-06-13T11:30:00+05:30", .minute, false),
    ("06.07.2019", "2019-07-06T00:00:00+05:30", .day, false),
  ]

  static func site(_ identifier: String) throws -> FrontMatterDateParser {
    FrontMatterDateParser(siteZone: try SiteTimeZone(identifier: identifier))
  }

  @Test func accepts() throws {
    let parser = try Self.site("+05:30")
    #expect(Self.accepted.count >= 60)
    for (text, date, precision, hasZone) in Self.accepted {
      do {
        let read = try parser.parse(text)
        #expect(RFC3339.string(read.timestamp) == date, "\(text)")
        #expect(read.precision == precision, "\(text)")
        #expect(read.hasZone == hasZone, "\(text)")
        #expect(try parser.parse(("> " + text).dropFirst(2)) == read, "\(text)")
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  typealias Reason = FrontMatterDateError.Reason

  static let refused: [(text: String, reason: Reason)] = [
    ("", .empty),
    ("  \n", .empty),
    ("2024-02-30", .invalid(.noSuchDay(year: 2024, month: 2, day: 30))),
    ("2019-02-29", .invalid(.noSuchDay(year: 2019, month: 2, day: 29))),
    ("2019-06-31 11:30", .invalid(.noSuchDay(year: 2019, month: 6, day: 31))),
    ("2019-06-00", .invalid(.outOfRange(.day, 0))),
    ("2019-13-01", .invalid(.outOfRange(.month, 13))),
    ("2023-13-45", .invalid(.outOfRange(.month, 13))),
    ("2019-00", .invalid(.outOfRange(.month, 0))),
    ("2019/13/06", .invalid(.outOfRange(.month, 13))),
    ("20191306", .invalid(.outOfRange(.month, 13))),
    ("31 February 2019", .invalid(.noSuchDay(year: 2019, month: 2, day: 31))),
    ("31/02/2019", .invalid(.noSuchDay(year: 2019, month: 2, day: 31))),
    ("2019-06-13 24:12", .invalid(.outOfRange(.hour, 24))),
    ("2019-06-13 24:00:00", .invalid(.outOfRange(.hour, 24))),
    ("2019-06-13 11:60", .invalid(.outOfRange(.minute, 60))),
    ("2019-06-13T11:30:60Z", .invalid(.outOfRange(.second, 60))),
    ("2019-06-13 11", .invalid(.missing(.minute))),
    ("2019-06-13 11:3", .invalid(.malformed(.minute))),
    ("2019-06-13T", .invalid(.missing(.hour))),
    ("2019-06-", .invalid(.missing(.day))),
    ("2019-06-13 13:00 PM", .hourWithMeridiem(13)),
    ("2019-06-13 00:30 AM", .hourWithMeridiem(0)),
    ("2019-06-13 11:30 +25:00", .invalid(.malformed(.offset))),
    ("2019-06-13 11:30 +02:00Z", .trailingText("Z")),
    ("2019-06-13-title", .trailingText("-title")),
    (
      "2019-06-13 11:30 IST",
      .ambiguousZone("IST", meanings: "India (+05:30), Israel (+02:00) and Ireland (+01:00)")
    ),
    ("2019-06-13 11:30 XYZ", .unknownWord("XYZ")),
    ("2019-06-13 11:30 uhr", .unknownWord("uhr")),
    ("2019-W24-4", .weekOrOrdinalDate),
    ("2019-164", .weekOrOrdinalDate),
    ("2019.06", .notADate),
    (
      "06/07/2019",
      .ambiguousOrder(dayFirst: day(2019, 7, 6), monthFirst: day(2019, 6, 7))
    ),
    (
      "6-7-2019 11:30",
      .ambiguousOrder(dayFirst: day(2019, 7, 6), monthFirst: day(2019, 6, 7))
    ),
    ("06/13/19", .shortYear),
    ("13 June 19", .shortYear),
    ("Jun 13 19", .shortYear),
    ("13 June", .invalid(.missing(.year))),
    ("June 2019 11:30", .invalid(.missing(.day))),
    ("Friday, June 13, 2019", .invalid(.wrongWeekday(written: .friday, actual: .thursday))),
    ("13 juin 2019", .unknownWord("juin")),
    ("13. März 2019", .notADate),
    ("13 März 2019", .unknownWord("März")),
    ("tomorrow", .unknownWord("tomorrow")),
    ("null", .unknownWord("null")),
    ("Last Modified", .fileTime("Last Modified")),
    ("git Created", .fileTime("git Created")),
    ("1560384000000", .bareNumber),
    ("12345", .bareNumber),
    ("7", .bareNumber),
    ("-1", .notADate),
    ("2019-06-13 2019-06-14", .invalid(.malformed(.hour))),
    ("2019-06-13, 2019-06-14", .trailingText(", 2019-06-14")),
    (String(repeating: "2019-06-13 ", count: 100), .notADate),
  ]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("no such day")
    }
    return date
  }

  @Test func refuses() throws {
    let parser = FrontMatterDateParser()
    for (text, reason) in Self.refused {
      do {
        let read = try parser.parse(text)
        Issue.record("\(text) was read as \(read.timestamp)")
      } catch {
        #expect(error.reason == reason, "\(text)")
        #expect(text.hasPrefix(error.text))
        #expect(!error.help.isEmpty)
      }
    }
  }

  @Test(arguments: [
    (
      "2024-02-30",
      "\"2024-02-30\" is not a date: February has 29 days in 2024; write 2019-06-13 or 2019-06-13 11:30 +02:00"
    ),
    (
      "06/07/2019",
      "\"06/07/2019\" is not a date: the day and the month cannot be told apart; write 2019-07-06 for 6 July or 2019-06-07 for 7 June"
    ),
    (
      "2019-06-13 24:12",
      "\"2019-06-13 24:12\" is not a date: hour 24 (midnight is hour 00 of the next day); write 00:00 on the next day"
    ),
    (
      "13 June 19",
      "\"13 June 19\" is not a date: the year has two digits; write the year with four digits, such as 2019-06-13"
    ),
  ])
  func saysWhatToWrite(text: String, message: String) {
    do {
      _ = try FrontMatterDateParser().parse(text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test(
    .enabled(if: hasZoneInfo),
    arguments: [
      ("2019-06-13 11:30 Europe/Paris", "2019-06-13T11:30:00+02:00"),
      ("2019-12-13 11:30:00 Europe/Paris", "2019-12-13T11:30:00+01:00"),
      ("2019-06-13T11:30[Europe/Paris]", "2019-06-13T11:30:00+02:00"),
      ("2019-06-13 America/Argentina/Buenos_Aires", "2019-06-13T00:00:00-03:00"),
      ("June 13, 2019 11:30 America/Port-au-Prince", "2019-06-13T11:30:00-04:00"),
      ("2019-06-13 11:30 Etc/GMT+5", "2019-06-13T11:30:00-05:00"),
      ("2019-06-13 11:30 Asia/Kolkata", "2019-06-13T11:30:00+05:30"),
    ]
  )
  func namedZones(text: String, expected: String) throws {
    let read = try Self.site("Asia/Kolkata").parse(text)
    #expect(RFC3339.string(read.timestamp) == expected)
    #expect(read.hasZone)
  }

  @Test(.enabled(if: hasZoneInfo))
  func unknownNamedZonesAreNamed() throws {
    do {
      _ = try FrontMatterDateParser().parse("2019-06-13 11:30 Europe/Pariss")
      Issue.record("Europe/Pariss was read")
    } catch {
      #expect(error.description.contains("no time zone \"Europe/Pariss\""))
      #expect(error.help == "did you mean \"Europe/Paris\"?")
    }
  }

  /// The calendar day in the feed is the author's, in every zone and on every day, also where the
  /// clocks skip midnight.
  @Test(
    .enabled(if: hasZoneInfo),
    arguments: SiteTimeZoneTests.zones + ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Beirut"]
  )
  func daysStayTheAuthors(identifier: String) throws {
    let parser = try Self.site(identifier)
    var day: Int64 = 3_652  // 1980
    while let date = CivilDate(daysSince1970: day), date.year < 2_030 {
      defer { day += 1 }
      let text = RFC3339.string(
        Timestamp(secondsSince1970: day * 86_400)
      ).prefix(10)
      let read = try parser.parse(text)
      // Days that a zone left out when it crossed the date line have none to keep.
      let isLeftOut = identifier == "Pacific/Apia" && text == "2011-12-30"
      let isKiritimatis = identifier == "Pacific/Kiritimati" && text == "1994-12-31"
      guard isLeftOut || isKiritimatis || RFC3339.string(read.timestamp).hasPrefix(text),
        parser.date(of: date) == read
      else {
        Issue.record("\(text) in \(identifier) is \(read.timestamp)")
        return
      }
    }
  }

  @Test func datesWithoutTimeTakeTheDefaultTime() throws {
    let parser = FrontMatterDateParser(
      siteZone: try SiteTimeZone(identifier: "-03:00"),
      defaultHour: 9,
      defaultMinute: 30
    )
    #expect(RFC3339.string(try parser.parse("2019-06-13").timestamp) == "2019-06-13T09:30:00-03:00")
    #expect(RFC3339.string(try parser.parse("June 2019").timestamp) == "2019-06-01T09:30:00-03:00")
    #expect(
      RFC3339.string(try parser.parse("2019-06-13 00:00").timestamp) == "2019-06-13T00:00:00-03:00"
    )
    #expect(FrontMatterDateParser(defaultHour: 24, defaultMinute: .min).defaultMinuteOfDay == 0)
  }

  @Test func randomBytesNeverCrash() {
    var generator = SeededGenerator(seed: 2019)
    let parser = FrontMatterDateParser(zoneDirectories: [])
    let alphabet = Array("0123456789-/:., +TZapmJunthGMT()[]\u{A0}\u{202F}".utf8)
    for _ in 0..<10_000 {
      let text = Self.accepted[Int.random(in: 0..<Self.accepted.count, using: &generator)].text
      let bytes = generator.mutated(text, alphabet: alphabet)
      bytes.withUnsafeBufferPointer { buffer in
        do throws(FrontMatterDateError) {
          _ = RFC3339.string(try parser.parse(buffer).timestamp)
        } catch {
          #expect(!error.description.isEmpty, "seed \(generator.seed): \(bytes)")
        }
      }
    }
  }
}
