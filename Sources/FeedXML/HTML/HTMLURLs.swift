/// What URLs in attributes are.
enum HTMLURLs {
  /// Whether the value starts with `http://` or `https://` and needs no look at its references.
  @inline(__always)
  static func isPlainlyAbsolute(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Bool {
    guard value.count > 8, bytes[value.lowerBound] == 0x68 else { return false }
    let start = value.lowerBound
    guard bytes[start + 1] == 0x74, bytes[start + 2] == 0x74, bytes[start + 3] == 0x70 else {
      return false
    }
    let colon = bytes[start + 4] == 0x73 ? start + 5 : start + 4
    return bytes[colon] == 0x3A && bytes[colon + 1] == 0x2F && bytes[colon + 2] == 0x2F
      && bytes[value.upperBound - 1] > 0x20 && bytes[value.upperBound - 1] != 0x3B
  }

  private static let scriptSchemes: [HTMLNameKey] = [
    HTMLNameKey("javascript"), HTMLNameKey("vbscript"), HTMLNameKey("livescript"),
    HTMLNameKey("jscript"), HTMLNameKey("mocha"),
  ]
  private static let dataScheme = HTMLNameKey("data")

  private static let documentTypes: [StaticString] = [
    "text/html", "application/xhtml+xml", "text/xml", "application/xml", "image/svg+xml",
  ]

  /// Whether following or loading the URL (references decoded) could run code.
  ///
  /// Browsers skip controls and spaces before a scheme and tabs and newlines in it; an XML writer
  /// drops further characters. All of them are skipped here.
  static func isDangerous(_ url: some RandomAccessCollection<UInt8>, isNavigation: Bool) -> Bool {
    var scheme = HTMLNameKey()
    var length = 0
    var index = url.startIndex
    while index != url.endIndex {
      let byte = url[index]
      if byte == 0x3A {
        if scriptSchemes.contains(scheme) { return true }
        guard scheme == dataScheme else { return false }
        return isDangerousData(url[url.index(after: index)...], isNavigation: isNavigation)
      }
      if byte == 0x2F || byte == 0x3F || byte == 0x23 { return false }
      url.formIndex(after: &index)
      if byte <= 0x20 || byte >= 0x7F { continue }
      guard length < HTMLNameKey.exactLength else { return false }
      scheme.add(HTMLBytes.lowercased(byte), at: length)
      length += 1
    }
    return false
  }

  private static func isDangerousData(
    _ data: some Collection<UInt8>,
    isNavigation: Bool
  ) -> Bool {
    let type = data.lazy.filter { $0 > 0x20 && $0 < 0x7F }.prefix(24).map(HTMLBytes.lowercased)
    let candidates = isNavigation ? documentTypes[...] : documentTypes.prefix(1)
    return candidates.contains { name in
      name.withUTF8Buffer { type.starts(with: $0) }
    }
  }

  /// Where the URLs of image candidates stand (HTML standard, "parse a srcset attribute").
  static func sourceSetURLs(_ value: [UInt8]) -> [Range<Int>] {
    var urls: [Range<Int>] = []
    var index = 0
    while true {
      while index < value.count, HTMLBytes.isWhitespace(value[index]) || value[index] == 0x2C {
        index += 1
      }
      guard index < value.count else { return urls }
      let start = index
      while index < value.count, !HTMLBytes.isWhitespace(value[index]) { index += 1 }
      var end = index
      while end > start, value[end - 1] == 0x2C { end -= 1 }
      urls.append(start..<end)
      // A comma right after the URL ends the candidate, otherwise descriptors follow.
      if end < index { continue }
      var depth = 0
      while index < value.count {
        let byte = value[index]
        if byte == 0x28 { depth = 1 }
        if byte == 0x29 { depth = 0 }
        if byte == 0x2C, depth == 0 { break }
        index += 1
      }
    }
  }

  /// Whether an id is one of a footnote or of a reference to one: `fn` or `fnref`, then nothing, a
  /// digit or one of `-:_.`, as cmark-gfm, kramdown, markdown-it and Pandoc write them.
  static func isFootnoteIdentifier(
    _ id: some RandomAccessCollection<UInt8>,
    prefix: [UInt8]
  ) -> Bool {
    let fn: [UInt8] = [0x66, 0x6E]
    let ref: [UInt8] = [0x72, 0x65, 0x66]
    guard id.starts(with: fn) else { return false }
    // A prefix that looks like a footnote itself must not be added again.
    if id.starts(with: prefix) { return false }
    var rest = id.dropFirst(2)
    if rest.starts(with: ref) { rest = rest.dropFirst(3) }
    guard let next = rest.first else { return true }
    return HTMLBytes.isDigit(next) || next == 0x2D || next == 0x3A || next == 0x5F || next == 0x2E
  }

  /// Whether a `style` value loads something or runs code.
  static func isDangerousStyle(_ value: [UInt8]) -> Bool {
    let text = value.filter { $0 > 0x20 && $0 < 0x7F }.map(HTMLBytes.lowercased)
    // Comments and escapes hide words from a search.
    if text.contains(0x5C) { return true }
    let words: [StaticString] = [
      "/*", "url(", "expression(", "script:", "-moz-binding", "behavior", "@import", "image-set(",
    ]
    return words.contains { word in
      word.withUTF8Buffer { expected in
        text.count >= expected.count
          && (0...(text.count - expected.count)).contains {
            text[$0..<($0 + expected.count)].elementsEqual(expected)
          }
      }
    }
  }
}
