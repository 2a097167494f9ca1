import Testing

@testable import FeedFormats

@Suite struct LenientNumberTests {
  @Test(arguments: [
    ("0", 0), ("12", 12), ("24,986,239", 24_986_239), ("1 000", 1_000), ("12.7", 12), ("+5", 5),
    ("345 bytes", 345), ("-1", nil), ("", nil), ("many", nil), ("1:02", nil),
    ("99999999999999999999", nil),
  ])
  func counts(text: String, expected: Int?) {
    #expect(LenientNumber.count(text) == expected)
  }

  @Test(arguments: [
    ("61", 61), ("1:01", 61), ("1:02:03", 3_723), ("01:02:03.5", 3_723.5), ("62:03", 3_723),
    (":30", 30), (" 61 ", 61), ("PT1H2M3S", 3_723), ("PT90S", 90), ("P1DT1S", 86_401), ("", nil),
    ("soon", nil), ("-5", nil), ("1:2:3:4", nil), ("nan", nil), ("PT", 0), ("P1Y", nil),
    ("1e300", nil),
  ])
  func durations(text: String, expected: Double?) {
    #expect(LenientNumber.seconds(text) == expected)
  }
}
