import FeedModel

/// `tag:` URIs after RFC 4151: `tag:example.org,2005:post-1`.
enum TagURI {
  /// What is wrong with a URI that begins with `tag:`; `nil` if nothing is.
  static func complaint(_ reading: URLReading) -> ValueFinding? {
    guard let (message, offset) = offence(reading.bytes, reading.syntax) else { return nil }
    return ValueFinding(
      .tagURIInvalid,
      "is \(reading.quoted), no tag: URI: \(message)",
      at: reading.place(offset)
    )
  }

  private static func offence(_ bytes: UnsafeBufferPointer<UInt8>, _ syntax: IRISyntax) -> (
    String, Int
  )? {
    // What comes first is the authority: a domain or mail address.
    var index = 4
    while index < bytes.count, isAuthority(bytes[index]) { index += 1 }
    if index == 4 { return ("a domain or mail address has to follow “tag:”", 4) }
    guard index < bytes.count else {
      return ("a comma and a date have to follow the domain", index)
    }
    guard bytes[index] == 0x2C else {
      return bytes[index] == 0x3A
        ? ("a comma and a date have to follow the domain", index)
        : ("a domain has no “\(shown(bytes, index))” in it", index)
    }
    if let offset = offenceInAuthority(bytes[4..<index]) {
      return ("\(Excerpt.quote(bytes[4..<index])) is no domain and no mail address", offset)
    }
    guard let colon = bytes[index...].firstIndex(of: 0x3A) else {
      return ("a colon has to follow the date", bytes.count)
    }
    if let offset = offenceInDate(bytes[index + 1..<colon]) {
      return (
        "\(Excerpt.quote(bytes[index + 1..<colon])) is no date such as 2005, 2005-03 or 2005-03-31",
        offset
      )
    }
    guard let place = syntax.forbidden ?? syntax.percent ?? syntax.numberSign else { return nil }
    return ("“\(shown(bytes, place))” has to be percent-encoded", place)
  }

  private static func shown(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> String {
    bytes[place] > 0x20 && bytes[place] < 0x7F
      ? String(Unicode.Scalar(bytes[place])) : bytes[place] == 0x20 ? " " : "\u{FFFD}"
  }

  private static func isAuthority(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x40
  }

  /// `DNSname / emailAddress`
  private static func offenceInAuthority(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var domain = text
    if let at = text.firstIndex(of: 0x40) {
      guard at > text.startIndex else { return text.startIndex }
      domain = text[(at + 1)...]
    }
    var labelStart = domain.startIndex
    for index in domain.indices {
      let byte = domain[index]
      if byte == 0x5F || byte == 0x40 { return index }
      guard byte == 0x2E else { continue }
      if index == labelStart || domain[index - 1] == 0x2D { return index }
      labelStart = index + 1
    }
    return labelStart == domain.endIndex || domain.last == 0x2D ? domain.startIndex : nil
  }

  /// `year ["-" month ["-" day]]`
  private static func offenceInDate(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var numbers: [Int] = []
    var start = text.startIndex
    for length in [4, 2, 2] {
      let end = start + length
      guard end <= text.endIndex else { return min(start, text.endIndex) }
      if let place = text[start..<end].firstIndex(where: { !ASCII.isDigit($0) }) { return place }
      numbers.append(text[start..<end].reduce(0) { $0 * 10 + Int($1 & 0x0F) })
      if numbers.count == 2, !(1...12).contains(numbers[1]) { return start }
      if numbers.count == 3, !(1...31).contains(numbers[2]) { return start }
      if end == text.endIndex { return nil }
      guard text[end] == 0x2D, numbers.count < 3 else { return end }
      start = end + 1
    }
    return nil
  }
}

extension Rule {
  /// tag: URIs have a domain and a date.
  public static let tagURIInvalid = Rule(
    id: "tag-uri-invalid",
    severity: .error,
    formats: .all,
    summary: "A tag: URI is a domain or mail address, a date at which it was yours, and a name",
    why: """
      Only who owned the domain on that date may hand out the name: that makes it unique for all \
      time. Without them, another feed may have the same id.
      """,
    help: "Write tag:example.org,2005:name, the date as 2005, 2005-03 or 2005-03-31.",
    spec: "https://www.rfc-editor.org/rfc/rfc4151#section-2.1",
    w3c: ["InvalidTAG"],
    examples: Examples(
      passing: [.document(feed("tag:example.org,2005-03:one"))],
      failing: [
        .document(feed("tag:example.org↓:one")), .document(feed("tag:example.org,↓05:one")),
        .document(feed("tag:example.org,2005:↓{one}")),
      ]
    )
  )

  private static func feed(_ id: String) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><id>\(id)</id><title>Example</title>
    <updated>2024-01-01T00:00:00Z</updated><author><name>A</name></author>
    <link rel="self" href="https://example.org/feed.xml"/></feed>
    """
  }
}
