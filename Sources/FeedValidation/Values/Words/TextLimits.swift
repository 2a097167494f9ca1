extension ValueType {
  /// What a text's length is counted in.
  public enum LengthUnit: String, Sendable {
    /// Unicode code points.
    case characters
    /// Bytes of UTF-8.
    case bytes
  }

  /// A text of at most so many characters or bytes.
  public static func atMost(
    _ limit: Int,
    _ unit: LengthUnit = .characters
  ) -> ValueType {
    ValueType("a text of at most \(limit) \(unit.rawValue)") { value, _, report in
      // No text has more characters than bytes.
      guard value.count > limit else { return }
      let trimmed = TrimmedValue(value)
      var count = 0
      var cut: Int?
      for (index, byte) in trimmed.bytes.enumerated() {
        guard unit == .bytes || byte & 0xC0 != 0x80 else { continue }
        if count == limit { cut = index }
        count &+= 1
      }
      guard let cut else { return }
      report(
        ValueFinding(
          .textTooLong,
          "has \(count) \(unit.rawValue), \(count - limit) more than the \(limit) allowed",
          at: trimmed.start + cut
        )
      )
    }
  }

  /// Apple's keywords: words and phrases with commas between them.
  public static let keywords = ValueType("keywords with commas between them") { value, _, report in
    let trimmed = TrimmedValue(value)
    guard !trimmed.bytes.contains(UInt8(ascii: ",")),
      let space = trimmed.bytes.firstIndex(where: TrimmedValue.isSpace)
    else { return }
    report(
      ValueFinding(
        .keywordsInvalid,
        "has spaces and no commas between its keywords",
        at: trimmed.start + space
      )
    )
  }

  /// Base64, which white space may divide.
  public static let base64 = ValueType("Base64") { value, _, report in
    var digits = 0
    var padding = 0
    for (index, byte) in value.enumerated() {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"):
        guard padding == 0 else {
          report(ValueFinding(.base64Invalid, "goes on after the padding", at: index))
          return
        }
        digits &+= 1
      case UInt8(ascii: "=") where padding < 2: padding &+= 1
      case _ where TrimmedValue.isSpace(byte): break
      default:
        let character = Excerpt.quote(firstCharacter(value[index...]))
        report(ValueFinding(.base64Invalid, "has \(character), no digit of Base64", at: index))
        return
      }
    }
    if (digits &+ padding) % 4 != 0 {
      report(
        ValueFinding(
          .base64Invalid,
          "is cut off: \(digits + padding) digits are not whole groups of four",
          at: max(0, TrimmedValue(value).start + TrimmedValue(value).bytes.count - 1)
        )
      )
    }
  }

  /// The bytes of the first code point.
  private static func firstCharacter(
    _ text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let rest = text.dropFirst().prefix { $0 & 0xC0 == 0x80 }
    return text[text.startIndex..<rest.endIndex]
  }
}

extension Rule {
  /// Texts have limits.
  public static let textTooLong = Rule(
    id: "text-too-long",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A text is no longer than its element allows",
    why: "Podcast directories cut the text off at the limit, or reject the feed.",
    help: "Shorten the text.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    w3c: ["TooLong"],
    examples: Examples(
      passing: [.rssItem(author("Jane Doe"))],
      failing: [.rssItem(author(String(repeating: "x", count: 255) + "↓yz"))]
    )
  )

  private static func author(_ value: String) -> String {
    """
    <title>One</title>\
    <itunes:author xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\(value)\
    </itunes:author>
    """
  }

  /// Keywords have commas.
  public static let keywordsInvalid = Rule(
    id: "keywords-without-commas",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Keywords have commas between them",
    why: "Directories that use keywords take them all together as one.",
    help: "Put commas between the keywords. A single phrase of several words needs none.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    w3c: ["InvalidKeywords"],
    examples: Examples(
      passing: [.rssItem(keywords("salt, pepper, table"))],
      failing: [.rssItem(keywords("salt↓ pepper table"))]
    )
  )

  private static func keywords(_ value: String) -> String {
    """
    <title>One</title>\
    <itunes:keywords xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\(value)\
    </itunes:keywords>
    """
  }

  /// Content of other types is Base64.
  public static let base64Invalid = Rule(
    id: "base64-invalid",
    severity: .error,
    formats: [.atom],
    summary: "Content of a type that is neither text nor XML is Base64",
    why: "Readers decode the content before they show it, and get nothing from this.",
    help: "Encode the file as Base64, or refer to it with the attribute src.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3",
    w3c: ["NotBase64"],
    examples: Examples(
      passing: [
        .atomEntry("<summary>A dot</summary><content type=\"image/gif\">R0lGODlhAQAB</content>")
      ],
      failing: [
        .atomEntry("<summary>A dot</summary><content type=\"image/gif\">R0l↓*ODlhAQAB</content>")
      ]
    )
  )
}
