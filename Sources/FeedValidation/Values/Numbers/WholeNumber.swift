extension ValueType {
  /// A whole number, with or without a sign.
  public static let integer = whole("a whole number", in: .min ... .max, .numberNotInteger)

  /// A whole number from 0 on.
  public static let nonNegativeInteger = whole(
    "a whole number from 0 on",
    in: 0 ... .max,
    .numberNotCount
  )

  /// A whole number from 1 on.
  public static let positiveInteger = whole(
    "a whole number from 1 on",
    in: 1 ... .max,
    .numberNotPositive
  )

  /// The minutes that a feed may be cached: a whole number from 1 on.
  public static let ttl = whole("a number of minutes", in: 1 ... .max, .ttlNotMinutes)

  /// The port of a server.
  public static let port = whole("a port from 1 to 65535", in: 1...65_535, .portInvalid)

  /// A percentage: a whole number from 0 to 100.
  public static let percentage = whole(
    "a percentage from 0 to 100",
    in: 0...100,
    .percentageInvalid
  )

  /// The width of an RSS image in pixels.
  public static let imageWidth = whole("a width from 1 to 144", in: 1...144, .imageWidthInvalid)

  /// The height of an RSS image in pixels.
  public static let imageHeight = whole("a height from 1 to 400", in: 1...400, .imageHeightInvalid)

  /// The length of an enclosure in bytes; 0 where it is not known.
  public static let enclosureLength = ValueType(
    "a number of bytes",
    ifEmpty: .enclosureLengthNotInteger
  ) { value, _, report in
    let trimmed = TrimmedValue(value)
    switch NumberText.whole(trimmed.bytes) {
    case .number(let number) where number < 0:
      report(
        ValueFinding(
          .enclosureLengthNegative,
          "is \(Excerpt.quote(trimmed.bytes)), which no file has",
          at: trimmed.start
        )
      )
    case .number: break
    case .not(let place):
      report(
        notWhole(trimmed, place, "a number of bytes", in: 0...Int64.max, .enclosureLengthNotInteger)
      )
    }
  }

  /// A type of whole numbers: one rule for what is none, and for one that is out of range.
  static func whole(_ name: String, in range: ClosedRange<Int64>, _ rule: Rule) -> ValueType {
    // Programs write an empty number for one that they do not know.
    ValueType(name, ifEmpty: rule.id == Rule.numberNotInteger.id ? nil : rule) {
      value,
      _,
      report in
      let trimmed = TrimmedValue(value)
      guard !trimmed.bytes.isEmpty else { return }
      switch NumberText.whole(trimmed.bytes) {
      case .number(let number) where range.contains(number): break
      case .number:
        report(
          ValueFinding(
            rule,
            "is \(Excerpt.quote(trimmed.bytes)), not \(name)",
            at: trimmed.start
          )
        )
      case .not(let place):
        report(notWhole(trimmed, place, name, in: range, rule))
      }
    }
  }

  private static func notWhole(
    _ trimmed: TrimmedValue,
    _ place: Int,
    _ name: String,
    in range: ClosedRange<Int64>,
    _ rule: Rule
  ) -> ValueFinding {
    // `180 px` is no number, and 180 is too wide all the same.
    let proposal = NumberText.certainWhole(trimmed.bytes).flatMap { text -> String? in
      var copy = text
      guard case .number(let number) = copy.withUTF8({ NumberText.whole($0) }) else { return nil }
      return range.contains(number) ? text : nil
    }
    return ValueFinding(
      rule,
      "is \(Excerpt.quote(trimmed.bytes)), not \(name)",
      at: trimmed.start + place,
      replacement: proposal
    )
  }
}
