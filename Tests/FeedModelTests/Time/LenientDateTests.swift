import FeedModel
import TestSupport
import Testing

@Suite struct LenientDateTests {
  typealias Shape = (text: String, date: String, guesses: LenientDate.Guesses)

  static let rfc822: [Shape] = [
    ("Thu, 13 Jun 2019 10:30:00 +0000", "2019-06-13T10:30:00Z", []),
    ("Thu, 13 Jun 2019 10:30:00 GMT", "2019-06-13T10:30:00Z", []),
    ("Thu, 13 Jun 2019 10:30:00 Z", "2019-06-13T10:30:00Z", []),
    ("Thu, 6 Jun 2019 10:30:00 -0500", "2019-06-06T10:30:00-05:00", []),
    ("13 Jun 2019 10:30:00 +0300", "2019-06-13T10:30:00+03:00", []),
    ("Thu, 13 Jun 2019 10:30 EDT", "2019-06-13T10:30:00-04:00", []),
    ("\n  Thu, 13 Jun 2019 10:30:00 GMT\r\n  ", "2019-06-13T10:30:00Z", []),
    ("Thu,  6 Jun 2019 10:30:00 +0000", "2019-06-06T10:30:00Z", []),
    ("Thu, 13 Jun 19 10:30:00 -0800", "2019-06-13T10:30:00-08:00", .shortYear),
    ("Thu, 13 Jun 2019 10:30:00 A", "2019-06-13T10:30:00Z", .unknownZone),
    ("Fri, 13 Jun 2019 10:30:00 GMT", "2019-06-13T10:30:00Z", .wrongWeekday),
    ("Sat, 01 Jan 100 00:00:00 +0000", "2000-01-01T00:00:00Z", .shortYear),
  ]

  static let nearlyRFC822: [Shape] = [
    ("Thu 13 Jun 2019 10:30:00 GMT", "2019-06-13T10:30:00Z", []),
    ("Thu Jun 13 2019 10:30:00 GMT", "2019-06-13T10:30:00Z", []),
    ("Thu, Jun 13 2019 10:30:00 PM", "2019-06-13T22:30:00Z", .noZone),
    ("Thursday, 13 June 2019 10:30:00 EST", "2019-06-13T10:30:00-05:00", []),
    ("Thursday, June 13, 2019 04:42 PM", "2019-06-13T16:42:00Z", .noZone),
    ("Thu, 13 June 2019 10:30:00 GMT", "2019-06-13T10:30:00Z", []),
    ("Thu, 13 Sept 2018 10:30:00 GMT", "2018-09-13T10:30:00Z", []),
    ("Thu, 13 Jun 2019 9:30:00 GMT", "2019-06-13T09:30:00Z", []),
    ("Thu, 13 Jun 2019 10:30:00", "2019-06-13T10:30:00Z", .noZone),
    ("Thu, 13 Jun 2019", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("Thu, 13 Jun 2019 10:30:00 +00:00", "2019-06-13T10:30:00Z", []),
    ("Thu, 13 Jun 2019 10:30:00 +2", "2019-06-13T10:30:00+02:00", []),
    ("Thu, 13 Jun 2019 10:30:00 UTC", "2019-06-13T10:30:00Z", []),
    ("Thu, 13 Jun 2019 10:30:00 CEST", "2019-06-13T10:30:00+02:00", []),
    ("Thu, 13 Jun 2019 10:30:00 IST", "2019-06-13T10:30:00+05:30", .ambiguousZone),
    ("Thu, 13 Jun 2019 10:30:00 XYZT", "2019-06-13T10:30:00Z", .unknownZone),
    ("Thu, 13 Jun 2019 10:30:00 Europe/Berlin", "2019-06-13T10:30:00Z", .unknownZone),
    ("Thu, 13 Jun 2019 10:30:00 GMT+0200", "2019-06-13T10:30:00+02:00", []),
    ("Thu, 13 Jun 2019 10:30:00 UTC-05:30", "2019-06-13T10:30:00-05:30", []),
    ("Thu, 13 Jun 2019 10:30:00 0200", "2019-06-13T10:30:00+02:00", .ambiguousZone),
    ("Thu, 13 Jun 2019 10:30:00 &#43;0200", "2019-06-13T10:30:00+02:00", []),
    ("Thu, 13 Jun 2019 10:30:00 &#x2B;0200", "2019-06-13T10:30:00+02:00", []),
    ("Thu, 13 Jun 2019 10:30:00 \u{2212}0200", "2019-06-13T10:30:00-02:00", []),
    ("Thu,\u{A0}13\u{A0}Jun\u{A0}2019 10:30:00 GMT", "2019-06-13T10:30:00Z", []),
    ("Thu, 13-Jun-2019 10:30:00 GMT", "2019-06-13T10:30:00Z", []),
    ("Wednesday, 02-Nov-05 01:23:45 GMT", "2005-11-02T01:23:45Z", .shortYear),
    ("03 Apr 02 1500 GMT", "2002-04-03T15:00:00Z", .shortYear),
    ("Thu, 31 Jun 2019 10:30:00 GMT", "2019-06-30T10:30:00Z", .noSuchDay),
    ("Thu, 13 Jun 2019 24:00:00 GMT", "2019-06-14T00:00:00Z", []),
    ("January, 29 Jan 2021 17:56:15 +0530", "2021-01-29T17:56:15+05:30", .unknownWeekday),
    ("Thu, 13th Jun 2019 10:30:00 GMT", "2019-06-13T10:30:00Z", []),
    ("Fri, 13th of June, 2019 at 10.30 a.m.", "2019-06-13T10:30:00Z", [.wrongWeekday, .noZone]),
    ("10:30:00 13 Jun 2019 GMT", "2019-06-13T10:30:00Z", []),
    ("Published Thu, 13 Jun 2019 10:30:00 GMT", "2019-06-13T10:30:00Z", .unknownWeekday),
  ]

  static let languages: [Shape] = [
    ("Mi, 04 Jan 2017 17:36:24 +0000", "2017-01-04T17:36:24Z", .unknownWeekday),
    ("Do, 22 Dez 2016 17:36:00 +0000", "2016-12-22T17:36:00Z", [.unknownWeekday, .language]),
    ("13. Juni 2019, 10:30 Uhr", "2019-06-13T10:30:00Z", [.language, .noZone]),
    (
      "Donnerstag, 14. März 2019 10.30", "2019-03-14T10:30:00Z",
      [.unknownWeekday, .language, .noZone]
    ),
    ("qui, 13 jun 2019 10:30:00 -0300", "2019-06-13T10:30:00-03:00", .unknownWeekday),
    ("Qui, 12 Set 2019 10:30:00 -0300", "2019-09-12T10:30:00-03:00", [.unknownWeekday, .language]),
    ("13 de fevereiro de 2019", "2019-02-13T00:00:00Z", [.language, .noTime, .noZone]),
    ("gio, 13 giu 2019 10:30:00 +0200", "2019-06-13T10:30:00+02:00", [.unknownWeekday, .language]),
    ("mar, 12 nov 2019 10:30:00 +0100", "2019-11-12T10:30:00+01:00", .unknownWeekday),
    ("jue, 13 ago 2020 10:30:00 +0200", "2020-08-13T10:30:00+02:00", [.unknownWeekday, .language]),
    (
      "jeu., 13 févr. 2020 10:30:00 +0100", "2020-02-13T10:30:00+01:00",
      [.unknownWeekday, .language]
    ),
    ("13 août 2020 à 10h30", "2020-08-13T10:30:00Z", [.language, .noZone]),
    ("do 13 mrt 2020 10:30:00 +0100", "2020-03-13T10:30:00+01:00", [.unknownWeekday, .language]),
    ("czw, 13 paź 2020 10:30:00 +0200", "2020-10-13T10:30:00+02:00", [.unknownWeekday, .language]),
    ("Чт, 13 июня 2019 10:30:00 +0300", "2019-06-13T10:30:00+03:00", [.unknownWeekday, .language]),
    ("13 ИЮЛ 2019 10:30:00 MSK", "2019-07-13T10:30:00+03:00", .language),
    ("Per, 13 Haz 2019 10:30:00 +0300", "2019-06-13T10:30:00+03:00", [.unknownWeekday, .language]),
    ("13 kesäkuuta 2019", "2019-06-13T00:00:00Z", [.language, .noTime, .noZone]),
    (
      "Πεμ, 13 Ιουν 2019 10:30:00 +0300", "2019-06-13T10:30:00+03:00", [.unknownWeekday, .language]
    ),
    ("2019年6月13日(木) 10:30", "2019-06-13T10:30:00Z", .noZone),
    ("2019年6月13日 下午3时05分", "2019-06-13T15:05:00Z", .noZone),
    ("2019년 6월 13일 오전 9:05", "2019-06-13T09:05:00Z", .noZone),
    ("１３ Jun ２０１９ 10:30 GMT", "2019-06-13T10:30:00Z", []),
  ]

  static let numbers: [Shape] = [
    ("2019-06-13T10:30:00Z", "2019-06-13T10:30:00Z", []),
    ("2019-06-13T10:30:00.25+02:00", "2019-06-13T10:30:00.250+02:00", []),
    ("2019-06-13t10:30:00z", "2019-06-13T10:30:00Z", []),
    ("2019-06-13T10:30:00+0200", "2019-06-13T10:30:00+02:00", []),
    ("2019-06-13T10:30:00 +02:00", "2019-06-13T10:30:00+02:00", []),
    ("2019-06-13T10:30Z", "2019-06-13T10:30:00Z", []),
    ("2019-06-13T10:30:00", "2019-06-13T10:30:00Z", .noZone),
    ("2019-06-13 10:30:00", "2019-06-13T10:30:00Z", .noZone),
    ("2019-06-13 10:30:00.123456 +0200", "2019-06-13T10:30:00.123456+02:00", []),
    ("2019-06-13 10:30:00 +0000 UTC", "2019-06-13T10:30:00Z", .otherText),
    ("2019-06-13", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("2019-06", "2019-06-01T00:00:00Z", [.noDay, .noTime, .noZone]),
    ("2019", "2019-01-01T00:00:00Z", [.noDay, .noTime, .noZone]),
    ("2019-6-3", "2019-06-03T00:00:00Z", [.noTime, .noZone]),
    ("2019-13-06T10:30:00Z", "2019-06-13T10:30:00Z", .dayOrMonth),
    ("2019/6/13", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("2019/06/13 10:30:00", "2019-06-13T10:30:00Z", .noZone),
    ("2019.06.13", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("13.06.2019", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("07.02.2025 10:30", "2025-02-07T10:30:00Z", .noZone),
    ("6/13/2019", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("13/6/2019", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("6/7/2019 1:05:00 PM", "2019-06-07T13:05:00Z", [.dayOrMonth, .noZone]),
    ("20190613", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("20190613T103000Z", "2019-06-13T10:30:00Z", []),
    ("20190613103000", "2019-06-13T10:30:00Z", .noZone),
    ("2019-164", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("2019-W24-4", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("1560421800", "2019-06-13T10:30:00Z", .unixTime),
    ("1560421800250", "2019-06-13T10:30:00.250Z", .unixTime),
    ("1560421800.25", "2019-06-13T10:30:00.250Z", .unixTime),
  ]

  static let programs: [Shape] = [
    ("Thu Jun 13 10:30:00 2019", "2019-06-13T10:30:00Z", .noZone),
    ("Thu Jun  6 10:30:00 UTC 2019", "2019-06-06T10:30:00Z", []),
    ("Thu Jun 13 10:30:00 +0200 2019", "2019-06-13T10:30:00+02:00", []),
    (
      "Thu Jun 13 2019 10:30:00 GMT+0200 (Central European Summer Time)",
      "2019-06-13T10:30:00+02:00", []
    ),
    ("Jun 13, 2019 10:30:00 AM", "2019-06-13T10:30:00Z", .noZone),
    ("June 13th, 2019", "2019-06-13T00:00:00Z", [.noTime, .noZone]),
    ("13 Jun 2019 12:05 AM PST", "2019-06-13T00:05:00-08:00", []),
    ("2019-06-13 10:30:00 America/New_York", "2019-06-13T10:30:00Z", .unknownZone),
    ("2019 Jun 13 10:30", "2019-06-13T10:30:00Z", .noZone),
  ]

  @Test func readsWhatFeedsHave() {
    let all = Self.rfc822 + Self.nearlyRFC822 + Self.languages + Self.numbers + Self.programs
    for (text, date, guesses) in all {
      let read = LenientDate.parse(text)
      #expect(read.map { RFC3339.string($0.timestamp) } == date, "\(text)")
      #expect(read?.guesses == guesses, "\(text): \(read?.guesses.description ?? "")")
    }
  }

  @Test(arguments: [
    "", "   ", "yesterday", "2 hours ago", "This pubDate is not parsable.", "13", "June", "13 June",
    "10:30:00", "2019-13-45", "Thu, 0 Jun 2019 10:30:00 GMT", "13 Jun 2019 25:00:00 GMT",
    "13 Jun 2019 10:61:00 GMT", "12345678901234567890", "0", "-1", "+", "&#43;", "((((", "2019-06-",
    "99999999", "Thu, 13 Foo 2019 10:30:00 GMT",
  ])
  func seesNoDateWhereThereIsNone(text: String) {
    if let read = LenientDate.parse(text) {
      // A year and a month are enough, if need be.
      #expect(read.guesses.contains(.noDay), "\(text): \(read)")
    }
  }

  @Test func readsWhatTheWritersWrite() {
    var generator = SeededGenerator(seed: 1970)
    for _ in 0..<5_000 {
      let timestamp = Timestamp(
        secondsSince1970: Int64.random(in: -60_000_000_000...250_000_000_000, using: &generator),
        offsetSeconds: Int32.random(in: -1439...1439, using: &generator) * 60
      )
      for text in [RFC822.string(timestamp), RFC3339.string(timestamp)] {
        let read = LenientDate.parse(text)
        #expect(read?.timestamp == timestamp, "\(text)")
        #expect(read?.guesses == [], "\(text)")
      }
    }
  }

  @Test func survivesAnyBytes() {
    var generator = SeededGenerator(seed: 46)
    let alphabet = Array("0123456789-:/.,+TZ ()&#;adimnrpPM".utf8) + [0xC3, 0xA9, 0xE2, 0x80, 0xFF]
    let shapes = (Self.nearlyRFC822 + Self.languages + Self.numbers).map(\.text)
    for _ in 0..<40_000 {
      let shape = shapes[Int.random(in: 0..<shapes.count, using: &generator)]
      let bytes = generator.mutated(shape, alphabet: alphabet)
      bytes.withUnsafeBufferPointer { _ = LenientDate.parse($0) }
    }
    for length in [0, 1, 7, 11, 159, 160, 161, 4_096] {
      for byte: UInt8 in [0, 0x20, 0x28, 0x30, 0x41, 0x80, 0xE2, 0xFF] {
        let bytes = [UInt8](repeating: byte, count: length)
        bytes.withUnsafeBufferPointer { _ = LenientDate.parse($0) }
      }
    }
  }

  @Test func everyGuessHasAPhrase() {
    for bit in 0..<13 {
      #expect(!LenientDate.Guesses(rawValue: 1 << bit).description.isEmpty)
    }
  }
}
