extension ValueType {
  /// A decimal number from 0 on: digits, and a point with more of them if need be.
  public static let float = decimal("a decimal number from 0 on", isSigned: false)

  /// A decimal number with or without a sign.
  public static let signedFloat = decimal("a decimal number", isSigned: true)

  /// Whole numbers from 0 on with commas between them.
  public static let commaSeparatedIntegers = ValueType(
    "whole numbers with commas between them",
    ifEmpty: .integersNotCommaSeparated
  ) { value, _, report in
    let trimmed = TrimmedValue(value)
    guard let place = faultInList(trimmed.bytes) else { return }
    report(
      ValueFinding(
        .integersNotCommaSeparated,
        "is \(Excerpt.quote(trimmed.bytes)), not whole numbers with commas between them",
        at: trimmed.start + place
      )
    )
  }

  private static func decimal(_ name: String, isSigned: Bool) -> ValueType {
    ValueType(name, ifEmpty: .numberNotDecimal) { value, _, report in
      let trimmed = TrimmedValue(value)
      let text = trimmed.bytes
      guard let first = text.first else { return }
      let isNegative = first == UInt8(ascii: "-")
      let place = NumberText.faultInDecimal(text)
      guard place != nil || (isNegative && !isSigned) else { return }
      report(
        ValueFinding(
          .numberNotDecimal,
          "is \(Excerpt.quote(text)), not \(name)",
          at: trimmed.start + (place ?? 0),
          replacement: withPoint(text)
        )
      )
    }
  }

  /// `29,97` as `29.97`; a comma with three digits behind it can also part thousands.
  private static func withPoint(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard let comma = text.firstIndex(of: UInt8(ascii: ",")), comma > 0, comma < text.count - 1,
      text.count - comma != 4, text.count <= 32,
      text.indices.allSatisfy({ $0 == comma || text[$0] &- 0x30 < 10 })
    else { return nil }
    return String(
      decoding: text.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 },
      as: UTF8.self
    )
  }

  /// Where a list of numbers goes wrong: `1,2, 3` is right.
  private static func faultInList(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var digits = 0
    var isAfterComma = true
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x30...0x39:
        digits &+= 1
        isAfterComma = false
      case UInt8(ascii: ",") where digits > 0:
        digits = 0
        isAfterComma = true
      case _ where TrimmedValue.isSpace(byte) && isAfterComma && index > 0: break
      default: return index
      }
    }
    return digits > 0 || text.isEmpty ? nil : text.count - 1
  }
}

extension Rule {
  /// Decimal numbers have a point.
  public static let numberNotDecimal = Rule(
    id: "number-not-decimal",
    severity: .error,
    formats: .xml,
    summary: "A decimal number is digits, and a point with digits",
    why: "Readers that convert the text to a number get none, and drop what it says.",
    help: "Write digits with a point: no unit, no comma, no fraction such as 30000/1001.",
    spec: "https://www.rssboard.org/media-rss#media-content",
    w3c: ["InvalidFloat"],
    examples: Examples(
      passing: [.rssItem(video("29.97"))],
      failing: [.rssItem(video("29↓,97")), .rssItem(video("25↓ fps"))]
    )
  )

  private static func video(_ framerate: String) -> String {
    """
    <title>One</title><media:content xmlns:media="http://search.yahoo.com/mrss/" \
    url="https://example.com/one.mp4" type="video/mp4" framerate="\(framerate)"/>
    """
  }

  /// Lists of numbers have commas.
  public static let integersNotCommaSeparated = Rule(
    id: "integers-not-comma-separated",
    severity: .error,
    formats: .xml,
    summary: "A list of numbers has commas between them and nothing else",
    why: "Readers split the list at its commas and expect a number in each part.",
    help: "Write whole numbers with commas between them, such as “15,14,9,3,0”.",
    spec: "http://web.resource.org/rss/1.0/modules/slash/",
    w3c: ["InvalidCommaSeparatedIntegers"],
    examples: Examples(
      passing: [.rssItem(parade("15,14,9"))],
      failing: [.rssItem(parade("15,↓many")), .rssItem(parade("15↓ 14"))]
    )
  )

  private static func parade(_ value: String) -> String {
    """
    <title>One</title><slash:hit_parade xmlns:slash="http://purl.org/rss/1.0/modules/slash/">\
    \(value)</slash:hit_parade>
    """
  }
}
