import FeedModel

extension ValueType {
  /// A date of Atom 1.0 and JSON Feed: RFC 3339, with capital `T` and `Z`. White space around it is
  /// for ``ValueType/unpadded`` to find.
  public static let rfc3339 = ValueType(
    "a date after RFC 3339",
    ifEmpty: .dateNotRFC3339
  ) { value, context, report in
    let trimmed = TrimmedValue(value)
    let text = trimmed.bytes
    guard !text.isEmpty else { return }
    do throws(DateFailure) {
      let date = try RFC3339.parse(text, requiresUppercase: true)
      DatePlausibility.check(date, at: trimmed.start, context, report)
    } catch {
      report(
        ValueFinding(
          .dateNotRFC3339,
          "is not a date after RFC 3339: \(DateComplaint.of(error, in: text))",
          at: trimmed.start + min(error.range.lowerBound, text.count - 1),
          help: DateHelp.help(for: error, in: text, as: .rfc3339),
          replacement: DateRepair.certainDate(text).map { RFC3339.string($0) }
        )
      )
    }
  }
}

extension Rule {
  /// Dates of Atom and JSON Feed are RFC 3339's.
  public static let dateNotRFC3339 = Rule(
    id: "date-not-rfc3339",
    severity: .error,
    formats: [.atom, .jsonFeed, .rss],
    summary: "A date is one after RFC 3339, such as “2019-06-13T10:30:00Z”",
    why: """
      Atom and JSON Feed know one form of dates: date, “T”, time with seconds, and the offset from \
      UTC. Readers that cannot read a date show the entry as new each time, or not at all.
      """,
    help: "Write the date as “2019-06-13T10:30:00Z” or “2019-06-13T12:30:00+02:00”.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.3",
    w3c: ["InvalidRFC3339Date"],
    examples: Examples(
      passing: [
        .atomEntry("<published>2019-06-13T10:30:00Z</published>"),
        .atomEntry("<published>2019-06-13T12:30:00.25+02:00</published>"),
        .jsonItem("\"date_published\": \"2019-06-13T10:30:00Z\","),
      ],
      failing: [
        .atomEntry("<published>2019-06-13↓ 10:30:00Z</published>"),
        .atomEntry("<published>2019-06-13T10:30:00+02↓00</published>"),
        .jsonItem("\"date_published\": \"2019-06-1↓3\","),
      ]
    )
  )
}
