import FeedValidation
import Testing

@Suite struct LanguageTypesTests {
  static let languages: [ValueCase] = [
    ValueCase("en"), ValueCase("en-us"), ValueCase("\n IT-it "), ValueCase("zh-Hans"),
    ValueCase("zh-Hant-TW"), ValueCase("es-419"), ValueCase("de-CH-1996"), ValueCase("sl-rozaj"),
    ValueCase("de-DE-u-co-phonebk"), ValueCase("en-x-mine"), ValueCase("x-klingon"),
    ValueCase("i-klingon"), ValueCase("en-GB-oed"), ValueCase("zh-yue-HK"), ValueCase("haw-US"),
    ValueCase("tlh"), ValueCase("iw"), ValueCase("mul"), ValueCase("qaa"), ValueCase("sgn-us"),
    ValueCase("zh-cmn-Hans-CN"), ValueCase("en-a-bbb-x-a"), ValueCase("en-XA"),
    ValueCase("en_US", "language-invalid@2 → en-US"),
    ValueCase("en_us", "language-invalid@2 → en-us"),
    ValueCase("en_US.UTF-8", "language-invalid@2 → en-US"),
    ValueCase("\tEnglish\n", "language-invalid@1 → en"),
    ValueCase("Português", "language-invalid@0 → pt"),
    ValueCase("klingon", "language-invalid@0"), ValueCase("xx", "language-invalid@0"),
    ValueCase("qxx-US", "language-invalid@0"), ValueCase("unknown", "language-invalid@0"),
    ValueCase("insert language here", "language-invalid@0"), ValueCase("e", "language-invalid@0"),
    ValueCase("en-", "language-invalid@2"), ValueCase("-en", "language-invalid@0"),
    ValueCase("en--US", "language-invalid@2"), ValueCase("en-US-", "language-invalid@5"),
    ValueCase("en,fr", "language-invalid@0"), ValueCase("en-US-a", "language-invalid@6"),
    ValueCase("en-toolongsubtag", "language-invalid@3"), ValueCase("x-", "language-invalid@1"),
    ValueCase("en-UK", "language-subtag-unregistered@3 → en-GB"),
    ValueCase("en-EN", "language-subtag-unregistered@3"),
    ValueCase("en-USA", "language-subtag-unregistered@3 → en-US"),
    ValueCase("eng", "language-subtag-unregistered@0 → en"),
    ValueCase("ger-AT", "language-subtag-unregistered@0 → de-AT"),
  ]

  static let countries: [ValueCase] = [
    ValueCase("de"), ValueCase("US"), ValueCase(" GB "), ValueCase("AN"),
    ValueCase("UK", "country-code-invalid@0 → GB"), ValueCase(" xx", "country-code-invalid@1"),
    ValueCase("Germany", "country-code-invalid@0"),
  ]

  @Test func languageTags() { expect(.language, Self.languages) }

  @Test func countryCodes() {
    expect(.countryCode, Self.countries)
    expect(
      .countryCodes,
      [
        ValueCase("au us"), ValueCase(" de\n at"),
        ValueCase("de xx uk", "country-code-invalid@3", "country-code-invalid@6"),
        ValueCase("de,at", "country-code-invalid@0"),
      ]
    )
  }

  @Test func survivesAnyBytes() {
    let samples = (Self.languages + Self.countries).map(\.value)
    for type: ValueType in [.language, .countryCode, .countryCodes] {
      expectSurvival(type, from: samples, alphabet: "ensxa-_U019")
    }
  }
}
