extension ValueType {
  /// A country's code of two letters after ISO 3166-1.
  public static let countryCode = ValueType("a country's code") { value, _, report in
    let trimmed = TrimmedValue(value)
    guard !trimmed.bytes.isEmpty, !CountryCodes.all.contains(trimmed.bytes) else { return }
    report(notCountry(trimmed.bytes[...], from: trimmed.start, isWhole: true))
  }

  /// Countries' codes with spaces between them, as media:restriction has them.
  public static let countryCodes = ValueType("a list of countries' codes") { value, _, report in
    var start = 0
    while start < value.count {
      guard !TrimmedValue.isSpace(value[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < value.count, !TrimmedValue.isSpace(value[end]) { end += 1 }
      if !CountryCodes.all.contains(value[start..<end]) {
        report(notCountry(value[start..<end], from: start, isWhole: false))
      }
      start = end
    }
  }

  private static func notCountry(
    _ code: Slice<UnsafeBufferPointer<UInt8>>,
    from start: Int,
    isWhole: Bool
  ) -> ValueFinding {
    let meant =
      code.count <= 8
      ? CountryCodes.meant[String(decoding: code, as: UTF8.self).lowercased()] : nil
    return ValueFinding(
      .countryCodeInvalid,
      isWhole
        ? "is \(Excerpt.quote(code)), not a country's code"
        : "has \(Excerpt.quote(code)) in it, which is no country's code",
      at: start,
      help: meant.map { "Write \($0)." },
      replacement: isWhole ? meant : nil
    )
  }
}

extension Rule {
  /// Countries have codes.
  public static let countryCodeInvalid = Rule(
    id: "country-code-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A country is given by its code of two letters after ISO 3166",
    why: """
      Players and directories compare the code with the country of the listener. One that does \
      not exist allows or forbids nothing.
      """,
    help: "Write the code of two letters: GB, not UK; codes in a list are separated by spaces.",
    spec: "https://www.rssboard.org/media-rss#media-restriction",
    w3c: ["InvalidCountryCode"],
    examples: Examples(
      passing: [.rssItem(restriction("de at ch"))],
      failing: [.rssItem(restriction("de ↓uk")), .rssItem(location("↓UK"))]
    )
  )

  private static func location(_ country: String) -> String {
    """
    <title>One</title>\
    <podcast:location xmlns:podcast="https://podcastindex.org/namespace/1.0" \
    country="\(country)">London</podcast:location>
    """
  }

  private static func restriction(_ countries: String) -> String {
    """
    <title>One</title>\
    <media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://example.org/1.mp4" \
    type="video/mp4"><media:restriction relationship="allow" type="country">\(countries)\
    </media:restriction></media:content>
    """
  }
}
