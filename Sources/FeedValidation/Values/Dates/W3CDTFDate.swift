import FeedModel

extension ValueType {
  /// A date of Dublin Core, of the syndication module and of Atom 0.3, neither in the future nor
  /// before there were feeds.
  public static let w3cdtf = iso8601(
    "a date after W3CDTF",
    .dateNotW3CDTF,
    isProfile: true,
    isBounded: true
  )

  /// The same, at any time: a season or an age can be meant.
  public static let w3cdtfAtAnyTime = iso8601(
    "a date after W3CDTF",
    .dateNotW3CDTF,
    isProfile: true,
    isBounded: false
  )

  /// A date after ISO 8601, with or without an offset, neither in the future nor before there were
  /// feeds.
  public static let iso8601DateTime = iso8601(
    "a date after ISO 8601",
    .dateNotISO8601,
    isProfile: false,
    isBounded: true
  )

  /// The same, at any time: events and live streams are announced.
  public static let iso8601DateTimeAtAnyTime = iso8601(
    "a date after ISO 8601",
    .dateNotISO8601,
    isProfile: false,
    isBounded: false
  )

  private static func iso8601(
    _ name: String,
    _ rule: Rule,
    isProfile: Bool,
    isBounded: Bool
  ) -> ValueType {
    ValueType(name, ifEmpty: rule) { value, context, report in
      let trimmed = TrimmedValue(value)
      let text = trimmed.bytes
      guard !text.isEmpty else { return }
      do throws(DateFailure) {
        let reading = try W3CDTF.parse(text, requiresOffset: isProfile)
        if isBounded {
          DatePlausibility.check(
            reading.start,
            hasZone: reading.hasOffset,
            at: trimmed.start,
            context,
            report
          )
        }
      } catch {
        if !isProfile, hasOffsetWithoutColon(text, error) { return }
        report(
          ValueFinding(
            rule,
            "is not \(name): \(DateComplaint.of(error, in: text))",
            at: trimmed.start + min(error.range.lowerBound, text.count - 1),
            help: DateHelp.help(for: error, in: text, as: .iso8601),
            replacement: DateRepair.certainDate(text).map { RFC3339.string($0) }
          )
        )
      }
    }
  }

  /// `+02` and `+0200`: ISO 8601 has them, and the podcast namespace's own examples too.
  private static func hasOffsetWithoutColon(
    _ text: UnsafeBufferPointer<UInt8>,
    _ failure: DateFailure
  ) -> Bool {
    let place = failure.range.lowerBound
    guard failure.reason == .malformed(.colon) || failure.reason == .missing(.colon), place >= 19,
      text[place - 3] == UInt8(ascii: "+") || text[place - 3] == UInt8(ascii: "-")
    else { return false }
    let rest = text[place...]
    return rest.isEmpty || (rest.count == 2 && rest.allSatisfy { $0 &- 0x30 < 10 })
  }
}

extension Rule {
  /// Dates of Dublin Core are W3CDTF's.
  public static let dateNotW3CDTF = Rule(
    id: "date-not-w3cdtf",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A date of this namespace is one after W3CDTF, such as “2019-06-13T10:30:00Z”",
    why: """
      Dublin Core and the RSS 1.0 modules use the W3C's profile of ISO 8601. RSS 1.0 feeds have no \
      other date, so readers that cannot read it have no order for the items.
      """,
    help: """
      Write “2019-06-13T10:30:00Z”, or as much of it as is known: “2019”, “2019-06”, “2019-06-13”. \
      A time needs its offset from UTC.
      """,
    spec: "https://www.w3.org/TR/NOTE-datetime",
    w3c: ["InvalidW3CDTFDate"],
    examples: Examples(
      passing: [
        .rssItem(
          """
          <title>One</title>\
          <dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2019-06-13T10:30Z</dc:date>
          """
        )
      ],
      failing: [
        .rssItem(
          """
          <title>One</title>\
          <dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">↓Thu, 13 Jun 2019 10:30:00 GMT\
          </dc:date>
          """
        )
      ]
    )
  )

  /// Dates of other namespaces are ISO 8601's.
  public static let dateNotISO8601 = Rule(
    id: "date-not-iso8601",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A date of this namespace is one after ISO 8601, such as “2019-06-13T10:30:00Z”",
    why: "The namespace asks for ISO 8601, and its readers cannot read anything else.",
    help: "Write the date as “2019-06-13T10:30:00Z” or “2019-06-13T12:30:00+02:00”.",
    spec: "https://www.w3.org/TR/NOTE-datetime",
    w3c: ["InvalidISO8601DateTime"],
    examples: Examples(
      passing: [
        .rssItem(
          """
          <title>One</title>\
          <ev:startdate xmlns:ev="http://purl.org/rss/1.0/modules/event/">2019-06-13T10:30:00\
          </ev:startdate>
          """
        )
      ],
      failing: [
        .rssItem(
          """
          <title>One</title>\
          <ev:startdate xmlns:ev="http://purl.org/rss/1.0/modules/event/">2019-06-13↓ 10:30\
          </ev:startdate>
          """
        ),
        .rssItem(
          """
          <title>One</title>\
          <ev:startdate xmlns:ev="http://purl.org/rss/1.0/modules/event/">\
          ↓Thu, 13 Jun 2019 10:30:00 +0200</ev:startdate>
          """
        ),
      ]
    )
  )
}
