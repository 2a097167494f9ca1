import FeedValidation
import Testing

@Suite struct RFC822DateTests {
  static let right: [ValueCase] = [
    ValueCase("Thu, 13 Jun 2019 10:30:00 +0000"),
    ValueCase("\n  Thu, 13 Jun 2019 10:30:00 GMT\n  "),
    ValueCase("Thu, 6 Jun 2019 10:30:00 -0500"),
    ValueCase("13 Jun 2019 10:30 EDT"),
    ValueCase("Thu, 13 Jun 2019 10:30:00 Z"),
    ValueCase("Thu, 13 Jun 2019 10:30:00 UT"),
    ValueCase("Thu, 13 Jun 2019 10:30:00 -0000"),
    ValueCase("Thu, 13 Jun 2019 10:30:00 +0545"),
    ValueCase("Thu, 13 Jun 2019 10:30:00 +1400"),
    // Five minutes ahead is a clock's error.
    ValueCase("Mon, 01 Jun 2026 12:05:00 GMT"),
  ]

  static let wrong: [ValueCase] = [
    ValueCase(
      "2019-06-13T10:30:00Z",
      "date-not-rfc822@0 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase(" 2019-06-13T10:30:00", "date-not-rfc822@1"),
    ValueCase("2019-06-13", "date-not-rfc822@0"),
    ValueCase(
      "Thu, 13 June 2019 10:30:00 GMT",
      "date-not-rfc822@8 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase(
      "Do, 13 Jun 2019 10:30:00 +0200",
      "date-not-rfc822@0 → Thu, 13 Jun 2019 10:30:00 +0200"
    ),
    ValueCase(
      "Thu, 13 Mai 2021 10:30:00 +0200",
      "date-not-rfc822@8 → Thu, 13 May 2021 10:30:00 +0200"
    ),
    ValueCase(
      "Thu 13 Jun 2019 10:30:00 GMT",
      "date-not-rfc822@3 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase(
      "Thu, 13 Jun 2019 10:30:00 UTC",
      "date-not-rfc822@26 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase("Thu, 13 Jun 2019 10:30:00 XYZ", "date-not-rfc822@26"),
    ValueCase("Thu, 13 Jun 2019 10:30:00", "date-not-rfc822@24"),
    ValueCase(
      "Thu, 13 Jun 2019 10:30:00 +02:00",
      "date-not-rfc822@29 → Thu, 13 Jun 2019 10:30:00 +0200"
    ),
    ValueCase("Thu, 31 Jun 2019 10:30:00 GMT", "date-not-rfc822@5"),
    ValueCase("Thu, 13 Jun 2019 25:30:00 GMT", "date-not-rfc822@17"),
    ValueCase(
      "Fri, 13 Jun 2019 10:30:00 GMT",
      "date-wrong-weekday@0 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase("yesterday", "date-not-rfc822@0"),
    ValueCase("Thu, 13 Jun 2019 10:30:00 J", "date-not-rfc822@26"),
  ]

  static let doubtful: [ValueCase] = [
    ValueCase(
      "Thu, 13 Jun 19 10:30:00 +0000",
      "date-year-two-digits@12 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase(
      "thu, 13 jun 2019 10:30:00 gmt",
      "date-letter-case@0 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase(
      "Thu, 13 Jun 2019 10:30:00 z",
      "date-letter-case@26 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase("Thu, 13 Jun 2019 10:30:00 Q", "date-zone-military@26"),
    ValueCase("Thu, 13 Jun 2019 10:30:00 -0234", "date-offset-unusual@26"),
    ValueCase("Thu, 13 Jun 2019 10:30:00 +1500", "date-offset-unusual@26"),
    ValueCase(
      "Thu,13 Jun 2019 10:30:00 GMT",
      "date-spacing@4 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase(
      "Thu , 13 Jun 2019 10:30:00 GMT",
      "date-spacing@3 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase(
      "Thu,  6 Jun 2019 10:30:00 GMT",
      "date-spacing@4 → Thu, 06 Jun 2019 10:30:00 +0000"
    ),
    ValueCase(
      "Thu, 13 Jun 2019 10:30:00 +0000 (UTC)",
      "date-with-comment@32 → Thu, 13 Jun 2019 10:30:00 +0000"
    ),
    ValueCase(
      "Thu(oh how I hate thursdays), 9(th) Feb(ruary) 2006 23:59:45 +0000(GMT)",
      "date-with-comment@3 → Thu, 09 Feb 2006 23:59:45 +0000"
    ),
  ]

  static let implausible: [ValueCase] = [
    ValueCase("Mon, 01 Jun 2026 14:00:00 GMT", "date-in-future@0"),
    ValueCase("Tue, 09 Feb 2106 23:59:45 +0000", "date-in-future@0"),
    ValueCase("Fri, 09 Feb 1906 23:59:45 +0000", "date-too-old@0"),
    ValueCase("Thu, 01 Jan 1970 00:00:00 GMT", "date-too-old@0"),
  ]

  @Test func dates() {
    expect(.rfc822, Self.right + Self.wrong + Self.doubtful + Self.implausible)
  }

  @Test func atAnyTime() {
    expect(.rfc822AtAnyTime, Self.implausible.map { ValueCase($0.value) })
  }

  @Test func messagesNameThePart() {
    let messages = [
      ("Thu, 13 June 2019 10:30:00 GMT", "“June” is no month"),
      ("Thu, 13 Jun 2019 10:30:00", "it has no time zone"),
      ("Thu, 31 Jun 2019 10:30:00 GMT", "June has 30 days"),
      ("Thu 13 Jun 2019 10:30:00 GMT", "there is no comma after the weekday"),
      ("Thu, 13 Jun 2019 10:30:00 CEST", "“CEST” is no time zone of RFC 822"),
      ("Do, 13 Jun 2019 10:30:00 GMT", "“Do” is no weekday"),
      ("2019-06-13T10:30:00Z", "it has the form of Atom's dates"),
      ("2019-06-13", "it has the form of ISO 8601's dates"),
      ("2019-06-13 10:30", "it has the form of ISO 8601's dates"),
      ("1560421800", "it is the number of seconds since 1970"),
      ("1560421800000", "it is the number of milliseconds since 1970"),
      ("{{ page.date }}", "it is “{{ page.date }}”"), ("Invalid Date", "it is “Invalid Date”"),
      ("Fri, 13 Jun 2019 10:30:00 GMT", "the weekday “Fri”, but the date is a Thursday"),
      ("Mon, 01 Jun 2026 15:00:00 GMT", "is 3 hours in the future"),
      ("Thu, 01 Jan 1970 00:00:00 GMT", "a program's zero"),
    ]
    for (value, part) in messages {
      let message = findings(.rfc822, value).first?.message ?? ""
      #expect(message.contains(part), "\(value): \(message)")
    }
  }

  @Test func helpIsTheDateItself() {
    let template = "A template or script left this: publish what your generator renders."
    let cases = [
      ("2024-05-07T10:00:00Z", "Write “Tue, 07 May 2024 10:00:00 +0000”."),
      ("2024-05-07T10:00:00+02:00", "Write “Tue, 07 May 2024 10:00:00 +0200”."),
      ("Tuesday, 07 May 2024 10:00:00 GMT", "Write “Tue, 07 May 2024 10:00:00 +0000”."),
      ("Tue, 07 May 2024 10:00:00 +02:00", "Write “Tue, 07 May 2024 10:00:00 +0200”."),
      ("1715076000", "Write “Tue, 07 May 2024 10:00:00 +0000”."),
      ("1715076000000", "Write “Tue, 07 May 2024 10:00:00 +0000”."),
      (
        "2024-05-07",
        "Write “Tue, 07 May 2024 00:00:00 +0000”, with the time of day if it is known."
      ),
      (
        "2024-05-07 10:00",
        """
        Write “Tue, 07 May 2024 10:00:00 +0000”, with the offset from UTC for “+0000” if it is \
        another.
        """
      ),
      ("07/05/2024 10:00 GMT", "If that is meant, write “Fri, 05 Jul 2024 10:00:00 +0000”."),
      ("Fri, 31 Jun 2024 10:00:00 GMT", "Correct the day or the month."),
      ("{{ page.date }}", template), ("<%= date %>", template), ("Invalid Date", template),
      ("NaN", template), ("undefined", template), ("soon", nil),
    ]
    for (value, help) in cases {
      #expect(findings(.rfc822, value).first?.help == help, "\(value)")
    }
    #expect(
      findings(.rfc822, "Fri, 13 Jun 2019 10:30:00 GMT").first?.help
        == "Write “Thu”, or correct the date."
    )
  }

  @Test func survivesAnyBytes() {
    expectSurvival(
      .rfc822,
      from: (Self.right + Self.wrong + Self.doubtful).map(\.value),
      alphabet: "0123456789:+-,() ThuJunGMTZ\\"
    )
  }
}
