extension HTMLText {
  /// The visible text of the first `h1` to `h6` that has some, without links to itself.
  public static func firstHeading(in fragment: UnsafeBufferPointer<UInt8>) -> String? {
    var tokenizer = HTMLTokenizer(fragment)
    while tokenizer.advance() {
      let token = tokenizer.token
      guard token.kind == .startTag, token.element.traits.contains(.heading) else { continue }
      guard let contentEnd = headingContentEnd(from: &tokenizer) else { return nil }
      let text = headingText(fragment, token.end..<contentEnd)
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// ``firstHeading(in:)-(UnsafeBufferPointer<UInt8>)`` of a string.
  public static func firstHeading(in fragment: String) -> String? {
    var copy = fragment
    return copy.withUTF8 { firstHeading(in: $0) }
  }

  /// The bytes of the fragment without a heading that repeats the post's title: when the first thing
  /// in it (after white space and comments) is an `h1` to `h6` with the title's text, case and the
  /// form of quotes and dashes aside, what follows it; otherwise all of it.
  public static func droppingLeadingHeading(
    equalTo title: String,
    in html: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    let all = 0..<html.count
    var tokenizer = HTMLTokenizer(html)
    while tokenizer.advance() {
      let token = tokenizer.token
      switch token.kind {
      case .comment, .bogusComment, .doctype: continue
      case .text:
        if html[token.range].allSatisfy(HTMLBytes.isWhitespace) { continue }
        return all
      case .startTag:
        guard token.element.traits.contains(.heading),
          let contentEnd = headingContentEnd(from: &tokenizer),
          normalized(headingText(html, token.end..<contentEnd))
            == normalized(plain(HTMLText.escaped(title)))
        else { return all }
        var start = tokenizer.token.end
        while start < html.count, HTMLBytes.isWhitespace(html[start]) { start += 1 }
        return start..<html.count
      default: return all
      }
    }
    return all
  }

  /// ``droppingLeadingHeading(equalTo:in:)-(_,UnsafeBufferPointer<UInt8>)`` of a string.
  public static func droppingLeadingHeading(equalTo title: String, in html: String) -> String {
    var copy = html
    return copy.withUTF8 { bytes in
      String(decoding: bytes[droppingLeadingHeading(equalTo: title, in: bytes)], as: UTF8.self)
    }
  }

  /// Reads up to the end tag of the heading that was just opened; nil when another heading starts or
  /// the input ends first.
  private static func headingContentEnd(from tokenizer: inout HTMLTokenizer) -> Int? {
    while tokenizer.advance() {
      guard tokenizer.token.element.traits.contains(.heading) else { continue }
      switch tokenizer.token.kind {
      case .endTag: return tokenizer.token.start
      case .startTag: return nil
      default: continue
      }
    }
    return nil
  }

  private static func headingText(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> String {
    var reader = HTMLTextReader(
      UnsafeBufferPointer(rebasing: bytes[range]),
      skipsHeadingAnchors: true
    )
    _ = reader.read(beyond: .max - 1)
    return String(decoding: reader.text, as: UTF8.self)
  }

  private static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    HTMLAttributeEscaping.append(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Lower case, quotes and dashes as in ASCII, no invisible characters, and no permalink sign.
  private static func normalized(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032: result += "'"
      case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: result += "\""
      case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014:
        // "--" and "---" are dashes before smart punctuation.
        if result.last != "-" { result += "-" }
      case 0x2026: result += "..."
      case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    let signs: [String] = [" #", " ¶", " §", " 🔗"]
    for sign in signs where result.hasSuffix(sign) {
      result.removeLast(sign.count)
    }
    return result
  }
}
