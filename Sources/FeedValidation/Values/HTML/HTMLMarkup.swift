import FeedXML

/// Whether text is, or holds, markup.
enum HTMLMarkup {
  /// Whether text that arrived as plain text is markup that was escaped, as in XHTML constructs
  /// whose `div` has been put into a CDATA section.
  static func isEscapedMarkup(_ text: some Sequence<UInt8>) -> Bool {
    let bytes = Array(text)
    return bytes.withUnsafeBufferPointer { MarkupScan($0).certain != nil }
  }

  /// Whether HTML is a whole document rather than a fragment: whether there is an `html` element.
  static func isDocument(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    var tokenizer = HTMLTokenizer(html)
    while tokenizer.advance() {
      let token = tokenizer.token
      guard token.kind == .startTag else { continue }
      let name = token.name
      return name.count == 4 && ASCII.hasPrefix("html", in: html, at: name.lowerBound)
    }
    return false
  }

  /// Where HTML that has no tags begins with an escaped one (`&lt;p&gt;`); `nil` if it does not.
  ///
  /// A text about HTML may well hold escaped tags, but seldom begins with one and does without tags.
  static func startOfEscapedMarkup(_ html: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = 0
    while start < html.count, ASCII.isSpace(html[start]) { start += 1 }
    guard ASCII.hasPrefix("&lt;", in: html, at: start) else { return nil }
    var end = start + 4
    while end < html.count, ASCII.isAlphanumeric(html[end]) { end += 1 }
    guard end > start + 4, end < html.count,
      HTMLVerdict.of(html[(start + 4)..<end]).contains(.isHTML)
    else { return nil }
    // The tag ends, here or behind its attributes, and is not the text's only one.
    guard
      ASCII.isSpace(html[end]) || html[end] == 0x2F || html[end] == 0x3E
        || ASCII.hasPrefix("&gt;", in: html, at: end)
    else { return nil }
    let rest = end..<html.count
    let hasEnd =
      ASCII.firstIndex(of: "&lt;/", in: html, rest) != nil
      || ASCII.firstIndex(of: "/&gt;", in: html, rest) != nil
      || ASCII.firstIndex(of: "=&quot;", in: html, rest) != nil
      || ASCII.firstIndex(of: "=\"", in: html, rest) != nil
    return hasEnd ? start : nil
  }
}
