extension ValueType {
  /// For whom a media object is fit.
  ///
  /// - Parameter scheme: the attribute `scheme`; without one it is `urn:simple`. Of a scheme that is
  ///   not known, nothing can be said.
  public static func mediaRating(scheme: String?) -> ValueType {
    switch scheme {
    case nil, "urn:simple": simpleRating
    case "urn:mpaa": mpaaRating
    case "urn:v-chip": vChipRating
    case "urn:icra": icraRating
    default: ValueType("a rating") { _, _, _ in }
    }
  }

  private static let simpleRating = oneOf(
    ["adult", "nonadult"],
    as: "“adult” or “nonadult”",
    rule: .mediaRatingInvalid,
    meaning: ["non-adult": "nonadult"]
  )

  // The specification writes ratings in lower case, and everybody else as they are printed.
  private static let mpaaRating = oneOf(
    ["g", "pg", "pg-13", "r", "nc-17", "m", "x"],
    as: "a rating of the Motion Picture Association",
    rule: .mediaRatingInvalid,
    ignoringCase: true
  )

  private static let vChipRating = oneOf(
    [
      "tv-y", "tv-y7", "tv-y7-fv", "tv-g", "tv-pg", "tv-14", "tv-ma", "c", "c8", "g", "pg", "14+",
      "18+",
    ],
    as: "a rating of the V-chip",
    rule: .mediaRatingInvalid,
    ignoringCase: true
  )

  private static let icraRating = ValueType("an ICRA label") { value, _, report in
    let trimmed = TrimmedValue(value)
    guard let place = faultInLabel(trimmed.bytes) else { return }
    report(
      ValueFinding(
        .mediaRatingInvalid,
        "is \(Excerpt.quote(trimmed.bytes)), not an ICRA label",
        at: trimmed.start + place
      )
    )
  }

  /// Where `r (cz 1 lz 1 nz 1)` goes wrong: a topic's letter, a statement's letter, a figure, and so
  /// on. The statement `z`, that there is nothing of the topic, can be denied with 0.
  private static func faultInLabel(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let opening = Array("r (".utf8)
    guard !text.isEmpty else { return nil }
    guard text.starts(with: opening) else { return 0 }
    var index = opening.count
    while true {
      guard index &+ 4 < text.count else { return min(index, text.count &- 1) }
      let figure = text[index &+ 3]
      guard text[index &+ 2] == 0x20, isStatement(text[index], text[index &+ 1]),
        figure == UInt8(ascii: "1")
          || (figure == UInt8(ascii: "0") && text[index &+ 1] == UInt8(ascii: "z"))
      else { return index }
      index &+= 4
      if text[index] == UInt8(ascii: ")") {
        return index &+ 1 == text.count ? nil : index &+ 1
      }
      guard text[index] == 0x20 else { return index }
      index &+= 1
    }
  }

  /// Nudity, sex, violence, language, other topics, chat and context, each with its statements.
  private static func isStatement(_ topic: UInt8, _ statement: UInt8) -> Bool {
    let last: UInt8
    switch topic {
    case UInt8(ascii: "n"): last = UInt8(ascii: "c")
    case UInt8(ascii: "s"): last = UInt8(ascii: "f")
    case UInt8(ascii: "v"): last = UInt8(ascii: "j")
    case UInt8(ascii: "l"): last = UInt8(ascii: "c")
    case UInt8(ascii: "o"): last = UInt8(ascii: "h")
    case UInt8(ascii: "c"): last = UInt8(ascii: "b")
    case UInt8(ascii: "x"): last = UInt8(ascii: "e")
    default: return false
    }
    return statement == UInt8(ascii: "z") || (UInt8(ascii: "a")...last).contains(statement)
  }
}

extension Rule {
  /// Ratings are those of their scheme.
  public static let mediaRatingInvalid = Rule(
    id: "media-rating-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A media rating is one of its scheme's",
    why: "Readers that shield children cannot tell what to hide, and hide all or nothing.",
    help: """
      Write “adult” or “nonadult”, or name the scheme of the rating: “urn:mpaa”, “urn:v-chip” or \
      “urn:icra”.
      """,
    spec: "https://www.rssboard.org/media-rss#media-rating",
    w3c: ["InvalidMediaRating"],
    examples: Examples(
      passing: [
        .rssItem(rating("urn:simple", "nonadult")),
        .rssItem(rating("urn:icra", "r (cz 1 lz 1 nz 1 oz 1 vz 1)")),
      ],
      failing: [
        .rssItem(rating("urn:simple", "↓pg")),
        .rssItem(rating("urn:icra", "r (cz 1 ↓mz 1)")),
      ]
    )
  )

  private static func rating(_ scheme: String, _ value: String) -> String {
    """
    <title>One</title><media:rating xmlns:media="http://search.yahoo.com/mrss/" \
    scheme="\(scheme)">\(value)</media:rating>
    """
  }
}
