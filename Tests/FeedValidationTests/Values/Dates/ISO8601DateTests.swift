import FeedValidation
import Testing

@Suite struct ISO8601DateTests {
  static let rfc3339: [ValueCase] = [
    ValueCase("2019-06-13T10:30:00Z"),
    ValueCase("2019-06-13T10:30:00.25+02:00"),
    ValueCase("\n2019-06-13T10:30:00Z "),
    ValueCase("2019-06-13t10:30:00Z", "date-not-rfc3339@10 → 2019-06-13T10:30:00Z"),
    ValueCase("2019-06-13T10:30:00z", "date-not-rfc3339@19 → 2019-06-13T10:30:00Z"),
    ValueCase("2019-06-13 10:30:00Z", "date-not-rfc3339@10 → 2019-06-13T10:30:00Z"),
    ValueCase("2019-06-13T10:30Z", "date-not-rfc3339@16 → 2019-06-13T10:30:00Z"),
    ValueCase("2019-06-13T10:30:00+0200", "date-not-rfc3339@22 → 2019-06-13T10:30:00+02:00"),
    ValueCase("2019-06-13T10:30:00 +02:00", "date-not-rfc3339@19 → 2019-06-13T10:30:00+02:00"),
    ValueCase("2019-06-13T10:30:00", "date-not-rfc3339@18"),
    ValueCase("2019-06-13", "date-not-rfc3339@9"),
    ValueCase("2019", "date-not-rfc3339@3"),
    ValueCase("20190613T103000Z", "date-not-rfc3339@4 → 2019-06-13T10:30:00Z"),
    ValueCase("2019-02-29T10:30:00Z", "date-not-rfc3339@8"),
    ValueCase("2019-06-13T24:00:00Z", "date-not-rfc3339@11 → 2019-06-14T00:00:00Z"),
    ValueCase("2019-13-06T10:30:00Z", "date-not-rfc3339@5"),
    ValueCase("2019-06-13T10:61:00Z", "date-not-rfc3339@14"),
    ValueCase("Thu, 13 Jun 2019 10:30:00 GMT", "date-not-rfc3339@0 → 2019-06-13T10:30:00Z"),
    ValueCase("2999-06-13T10:30:00Z", "date-in-future@0"),
    ValueCase("0001-01-01T00:00:00Z", "date-too-old@0"),
    ValueCase(" 1969-06-13T10:30:00Z", "date-too-old@1"),
  ]

  static let w3cdtf: [ValueCase] = [
    ValueCase("2019"), ValueCase("2019-06"), ValueCase("2019-06-13"),
    ValueCase("2019-06-13T10:30Z"), ValueCase(" 2019-06-13T10:30:00.5+02:00 "),
    ValueCase("2019-06-13T10:30", "date-not-w3cdtf@15"),
    ValueCase("2019-6-13", "date-not-w3cdtf@5"),
    ValueCase("Mon, 31 Dec 2018 14:20:20 GMT", "date-not-w3cdtf@0 → 2018-12-31T14:20:20Z"),
    ValueCase("2030", "date-in-future@0"),
    // Somewhere it is tomorrow already.
    ValueCase("2026-06-02"), ValueCase("2026-06-03", "date-in-future@0"),
    ValueCase("1989-12-31", "date-too-old@0"),
  ]

  static let iso8601: [ValueCase] = [
    ValueCase("2019-06-13T10:30:00"), ValueCase("2019-06-13T10:30:00.000-0600"),
    ValueCase("2019-06-13T10:30:00+02"), ValueCase("2019-06-13T10:30"),
    ValueCase("2009-01-12T12:13:14GMT", "date-not-iso8601@19 → 2009-01-12T12:13:14Z"),
    ValueCase("2019-06-13T10:30:00+020", "date-not-iso8601@22 → 2019-06-13T10:30:00+00:20"),
    ValueCase("2999-06-13T10:30:00Z", "date-in-future@0"),
  ]

  @Test func helpIsTheDateItself() {
    let cases: [(ValueType, String, String?)] = [
      (.rfc3339, "Tue, 07 May 2024 10:00:00 +0200", "Write “2024-05-07T10:00:00+02:00”."),
      (.rfc3339, "2024-05-07T10:00Z", "Write “2024-05-07T10:00:00Z”."),
      (
        .rfc3339, "2024-05-07",
        "Write “2024-05-07T00:00:00Z”, with the time of day if it is known."
      ),
      (
        .rfc3339, "2024-05-07T10:00:00",
        "Write “2024-05-07T10:00:00Z”, with the offset from UTC for “Z” if it is another."
      ),
      (.rfc3339, "1715076000", "Write “2024-05-07T10:00:00Z”."),
      (.rfc3339, "soon", nil),
      (.w3cdtf, "7 May 2024", "Write “2024-05-07”."),
    ]
    for (type, value, help) in cases {
      #expect(findings(type, value).first?.help == help, "\(value)")
    }
  }

  @Test func rfc3339Dates() {
    expect(.rfc3339, Self.rfc3339)
  }

  @Test func w3cdtfDates() {
    expect(.w3cdtf, Self.w3cdtf)
    expect(.w3cdtfAtAnyTime, [ValueCase("2030"), ValueCase("1066")])
  }

  @Test func iso8601Dates() {
    expect(.iso8601DateTime, Self.iso8601)
    expect(.iso8601DateTimeAtAnyTime, [ValueCase("2999-06-13T10:30:00Z")])
  }

  @Test func whiteSpaceAround() {
    expect(
      .rfc3339.unpadded,
      [
        ValueCase("2019-06-13T10:30:00Z"),
        ValueCase("\n2019-06-13T10:30:00Z", "whitespace-around-value@0 → 2019-06-13T10:30:00Z"),
        ValueCase("2019-06-13T10:30:00Z ", "whitespace-around-value@20 → 2019-06-13T10:30:00Z"),
        ValueCase(" 2019 ", "whitespace-around-value@0 → 2019", "date-not-rfc3339@4"),
      ]
    )
  }

  @Test func messagesNameThePart() {
    let messages = [
      ("2019-06-13", "it has no time"), ("2019-06-13T10:30Z", "it has no seconds"),
      ("2019-06-13T10:30:00", "it has no time zone"),
      ("2019-13-13T10:30:00Z", "it has month 13"), ("2019-02-29T10:30:00Z", "February has 28 days"),
      ("2019-06-13 10:30:00Z", "“ ” stands for the “T” between date and time"),
      ("2019/06/13", "“/” stands where a “-” between year, month and day belongs"),
      ("2019-06-13T10:30:00z", "“T” and “Z” are upper case"),
      ("2019-06-13T10:30:00ZZ", "“Z” follows the date"),
      ("2019-06-13T10:30:00CEST", "“CEST” is no offset from UTC"),
    ]
    for (value, part) in messages {
      let message = findings(.rfc3339, value).first?.message ?? ""
      #expect(message.contains(part), "\(value): \(message)")
    }
  }

  @Test func survivesAnyBytes() {
    let samples = (Self.rfc3339 + Self.w3cdtf + Self.iso8601).map(\.value)
    for type: ValueType in [.rfc3339.unpadded, .w3cdtf, .iso8601DateTime] {
      expectSurvival(type, from: samples, alphabet: "0123456789-:T.Z+")
    }
  }
}
