extension Rule {
  static let charactersMisdecoded = Rule(
    id: "characters-misdecoded",
    severity: .warning,
    formats: .all,
    summary: "Text has no characters that a wrong encoding leaves behind",
    why: """
      Control characters, “Ã©” and “�” stand where somebody read text in another encoding than it was \
      written in. Every reader shows them as they are: “donâ€™t” for “don’t”.
      """,
    help: """
      Read the source in the encoding that it is in (most often UTF-8 or windows-1252), and declare \
      the encoding that the feed is written in.
      """,
    spec: "https://www.w3.org/TR/xml/#charsets",
    w3c: ["BadCharacters"],
    examples: Examples(
      passing: [.rssItem("<title>Don’t panic at the café</title>")],
      failing: [
        .rssItem("<title>Don↓\u{92}t panic</title>"),
        .rssItem("<title>Don↓â€™t panic</title>"),
        .rssItem("<title>At the caf↓Ã©</title>"),
      ]
    )
  )
}

/// Characters that tell of text decoded with the wrong encoding.
enum MisdecodedText {
  /// Reports the first of them, with how many there are. Any text may be held against it: also that
  /// of XHTML, and the values of attributes.
  static func check(
    _ text: UnsafeBufferPointer<UInt8>,
    _ report: (ValueFinding) -> Void
  ) {
    var index = 0
    var count = 0
    var first: (offset: Int, what: What, length: Int)?
    while let found = next(text, from: &index) {
      if first == nil { first = found }
      count += 1
      index = found.offset + found.length
    }
    guard let first else { return }
    let end = min(first.offset + 12, text.count)
    let shown = Excerpt.quote(text[first.offset..<end].prefix(whole(text, first.offset, end)))
    let times = count > 1 ? " (\(count) times)" : ""
    let message =
      switch first.what {
      case .control:
        "contains the control character U+00\(String(text[first.offset + 1], radix: 16).uppercased())"
      case .replacement:
        "contains “\u{FFFD}”, which stands for a character that could not be read"
      case .twice:
        "contains UTF-8 that was read as another encoding: \(shown)"
      }
    report(ValueFinding(.charactersMisdecoded, message + times, at: first.offset))
  }

  private enum What {
    case control, replacement, twice
  }

  /// How many bytes up to `end` are whole characters.
  private static func whole(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end - start
  }

  private static func next(
    _ text: UnsafeBufferPointer<UInt8>,
    from index: inout Int
  ) -> (offset: Int, what: What, length: Int)? {
    let count = text.count
    guard let base = text.baseAddress else { return nil }
    while index < count {
      // All that is looked for begins with one of three bytes: 16 at a time have none of them.
      while count &- index >= 16, !mayBegin(UnsafeRawPointer(base + index)) { index &+= 16 }
      let end = min(index &+ 16, count)
      while index < end {
        if let found = find(text, at: index) { return found }
        index &+= 1
      }
    }
    return nil
  }

  /// Whether one of the 16 bytes there is C2, C3 or EF.
  @inline(__always)
  private static func mayBegin(_ place: UnsafeRawPointer) -> Bool {
    let first = place.loadUnaligned(as: UInt64.self)
    let second = (place + 8).loadUnaligned(as: UInt64.self)
    guard (first | second) & highBits != 0 else { return false }
    return (hits(first) | hits(second)) & highBits != 0
  }

  private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// The classic test for bytes equal to zero, after what is looked for has been made zero.
  @inline(__always)
  private static func hits(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let latin = (word ^ (ones &* 0xC2)) & (ones &* 0xFE)
    let special = word ^ (ones &* 0xEF)
    return ((latin &- ones) & ~latin) | ((special &- ones) & ~special)
  }

  @inline(__always)
  private static func find(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (offset: Int, what: What, length: Int)? {
    let byte = text[index]
    guard byte >= 0xC2 else { return nil }
    let second = index &+ 1 < text.count ? text[index &+ 1] : 0
    if byte == 0xC2 {
      return second >= 0x80 && second <= 0x9F ? (index, .control, 2) : nil
    }
    if byte == 0xC3 {
      return twiceEncoded(text, index, second).map { (index, .twice, $0) }
    }
    guard byte == 0xEF, second == 0xBF, index &+ 2 < text.count, text[index &+ 2] == 0xBD else {
      return nil
    }
    return (index, .replacement, 3)
  }

  /// The length of what is UTF-8 that was read as ISO 8859-1 or windows-1252, and written again.
  ///
  /// `Ã` or `Â` before a character of the upper half of ISO 8859-1, and `â€` before a quotation mark
  /// or dash of windows-1252, do not stand together in any language.
  private static func twiceEncoded(
    _ text: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ second: UInt8
  ) -> Int? {
    if second == 0x83 || second == 0x82 {
      guard start + 3 < text.count, text[start + 2] == 0xC2 else { return nil }
      let third = text[start + 3]
      guard third >= 0x80, third <= 0xBF else { return nil }
      // "Ã" is a letter, and ends words in Portuguese: "AMANHÃ »". "Â" ends none.
      let mayFollow = third == 0xA0 || third == 0xAB || third == 0xBB || third == 0xB7
      return second == 0x83 && mayFollow ? nil : 4
    }
    if second == 0xA2, start + 5 < text.count, text[start + 2] == 0xE2, text[start + 3] == 0x82,
      text[start + 4] == 0xAC
    {
      let third = text[start + 5]
      return third >= 0xC2 ? 6 : nil
    }
    return nil
  }
}
