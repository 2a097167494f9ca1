import FeedValidation
import Testing

@Suite struct NumberTypesTests {
  @Test func wholeNumbers() {
    expect(
      .integer,
      [
        ValueCase("0"), ValueCase("-12"), ValueCase("+12"), ValueCase(" 007\n"),
        ValueCase("123456789012345678901234567890"),
        ValueCase("1.5", "number-not-integer@1"), ValueCase("1.0", "number-not-integer@1 → 1"),
        ValueCase("1,234", "number-not-integer@1 → 1234"),
        ValueCase("1,23", "number-not-integer@1"),
        ValueCase("-", "number-not-integer@0"), ValueCase("A", "number-not-integer@0"),
        ValueCase(" 12a", "number-not-integer@3"), ValueCase("1 2", "number-not-integer@1"),
        ValueCase("１２", "number-not-integer@0"),
      ]
    )
    expect(
      .nonNegativeInteger,
      [
        ValueCase("0"), ValueCase("-0"), ValueCase("-1", "number-not-count@0"),
        ValueCase("-9223372036854775808", "number-not-count@0"),
        ValueCase("-99999999999999999999", "number-not-count@0"),
      ]
    )
    expect(
      .positiveInteger,
      [
        ValueCase("1"), ValueCase("99999999999999999999"), ValueCase("0", "number-not-positive@0"),
        ValueCase("7.2", "number-not-positive@1"),
      ]
    )
  }

  @Test func bounds() {
    expect(.ttl, [ValueCase("60"), ValueCase("0", "ttl-not-minutes@0")])
    expect(
      .port,
      [ValueCase("65535"), ValueCase("65536", "port-invalid@0"), ValueCase("0", "port-invalid@0")]
    )
    expect(.percentage, [ValueCase("100"), ValueCase("101", "percentage-invalid@0")])
    expect(
      .imageWidth,
      [
        ValueCase("144"), ValueCase("145", "image-width-invalid@0"),
        ValueCase("88px", "image-width-invalid@2"),
        ValueCase("88.0", "image-width-invalid@2 → 88"),
        ValueCase("180.0", "image-width-invalid@3"),
      ]
    )
    expect(.imageHeight, [ValueCase("400"), ValueCase("401", "image-height-invalid@0")])
    expect(
      .hour,
      [
        ValueCase("0"), ValueCase("23"), ValueCase("24", "hour-24@0 → 0"),
        ValueCase("25", "hour-invalid@0"), ValueCase("-1", "hour-invalid@0"),
        ValueCase("1.5", "hour-invalid@1"),
      ]
    )
    expect(
      .day,
      [
        ValueCase("Monday"), ValueCase("monday", "day-invalid@0 → Monday"),
        ValueCase("Fri", "day-invalid@0 → Friday"), ValueCase("Someday", "day-invalid@0"),
      ]
    )
    expect(
      .enclosureLength,
      [
        ValueCase("0"), ValueCase("24986239"), ValueCase("-1", "enclosure-length-negative@0"),
        ValueCase("1.5", "enclosure-length-not-integer@1"),
        ValueCase("24,986,239", "enclosure-length-not-integer@2 → 24986239"),
        ValueCase("unknown", "enclosure-length-not-integer@0"),
      ]
    )
  }

  @Test func decimals() {
    expect(
      .float,
      [
        ValueCase("0"), ValueCase("29.97"), ValueCase(".5"), ValueCase("5."),
        ValueCase("29,97", "number-not-decimal@2 → 29.97"),
        ValueCase("1,000", "number-not-decimal@1"),
        ValueCase("-1", "number-not-decimal@0"), ValueCase(".", "number-not-decimal@0"),
        ValueCase("1.2.3", "number-not-decimal@3"), ValueCase("30000/1001", "number-not-decimal@5"),
        ValueCase("NaN", "number-not-decimal@0"),
      ]
    )
    expect(.signedFloat, [ValueCase("-1.5"), ValueCase("m", "number-not-decimal@0")])
    expect(
      .commaSeparatedIntegers,
      [
        ValueCase("1"), ValueCase("1,2,3"), ValueCase("1, 2,  3"),
        ValueCase("1,george", "integers-not-comma-separated@2"),
        ValueCase("1,,2", "integers-not-comma-separated@2"),
        ValueCase("1,2,", "integers-not-comma-separated@3"),
        ValueCase("1 2", "integers-not-comma-separated@1"),
        ValueCase("-1", "integers-not-comma-separated@0"),
      ]
    )
  }

  @Test func places() {
    expect(
      .latitude,
      [
        ValueCase("90"), ValueCase("-90.000"), ValueCase("91.048", "latitude-invalid@0"),
        ValueCase("52°", "latitude-invalid@2"), ValueCase(" north", "latitude-invalid@1"),
      ]
    )
    expect(.longitude, [ValueCase("-180"), ValueCase("-188.2473", "longitude-invalid@0")])
    expect(
      .coordinates,
      [
        ValueCase("45.256 -71.92"), ValueCase(" 45.256\n-71.92 "),
        ValueCase("45.256,-71.92", "coordinates-comma@6 → 45.256 -71.92"),
        ValueCase("45.256, -71.92", "coordinates-comma@6 → 45.256 -71.92"),
        ValueCase("45.256", "coordinates-invalid@0"),
        ValueCase("45.256 -71.92 3", "coordinates-invalid@0"),
        ValueCase("45.256 west", "coordinates-invalid@7"),
        ValueCase("-118.2 34.0", "latitude-invalid@0"),
        ValueCase("34.0 -218.2", "longitude-invalid@5"),
      ]
    )
    expect(.coordinateList, [ValueCase("1 2 3 4"), ValueCase("1 2", "coordinates-invalid@0")])
    expect(
      .coordinateRing,
      [ValueCase("1 2 3 4 5 6 1 2"), ValueCase("1 2 3 4", "coordinates-invalid@0")]
    )
  }

  @Test func durations() {
    expect(
      .itunesDuration,
      [
        ValueCase("0"), ValueCase("3723"), ValueCase("62:03"), ValueCase("2:55"),
        ValueCase("1:02:03"), ValueCase("101:02:03"), ValueCase(" 01:02:03\n"),
        ValueCase("1:2:3", "duration-invalid@2 → 1:02:03"),
        ValueCase("1800.5", "duration-invalid@4 → 1800"),
        ValueCase("01:02:03.5", "duration-invalid@8 → 01:02:03"),
        ValueCase("1:60", "duration-invalid@2"), ValueCase("1:2:3:4", "duration-invalid@2"),
        ValueCase("62 min", "duration-invalid@2"), ValueCase(":30", "duration-invalid@0"),
        ValueCase("1:", "duration-invalid@1"), ValueCase("PT1H", "duration-invalid@0"),
      ]
    )
    expect(
      .nptTime,
      [
        ValueCase("now"), ValueCase("22.9"), ValueCase("1:22:33.007"), ValueCase("00:00:03.000"),
        ValueCase("+17sec", "play-time-invalid@0"), ValueCase("1:22", "play-time-invalid@3"),
        ValueCase("1:22:99", "play-time-invalid@5"), ValueCase("5s", "play-time-invalid@1"),
        ValueCase("later", "play-time-invalid@0"),
      ]
    )
  }

  @Test func surviveAnyBytes() {
    let types: [ValueType] = [
      .integer, .nonNegativeInteger, .positiveInteger, .ttl, .hour, .day, .enclosureLength, .float,
      .signedFloat, .commaSeparatedIntegers, .latitude, .longitude, .coordinates, .coordinateRing,
      .itunesDuration, .nptTime, .imageWidth, .percentage,
    ]
    for type in types {
      expectSurvival(
        type,
        from: ["1", "-99999999999999999999", "1:02:03.5", "45.2,-71.92", "1,234,567", "now"],
        alphabet: "0123456789.,:-+ "
      )
    }
  }
}
