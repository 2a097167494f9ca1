import FeedXML

/// A document's XML as written: its tags and texts, and where they stand.
struct XMLSource {
  /// A part of the document.
  struct Token {
    /// What it is.
    enum Kind: UInt8 {
      case startTag, emptyTag, endTag, text, cdata, comment, instruction, declaration
    }

    var kind: Kind
    /// Its bytes, delimiters included.
    var range: Range<Int>
  }

  let text: [UInt8]
  private(set) var tokens: [Token] = []

  /// Cuts a text up, as the reader of feeds does: a `<` that begins nothing is text.
  init(_ text: [UInt8]) {
    self.text = text
    var start = 0
    while start < text.count {
      let token = token(at: start)
      tokens.append(token)
      start = token.range.upperBound
    }
  }

  /// Whether it has a document type declaration with declarations of its own.
  var declaresEntities: Bool {
    for token in tokens {
      switch token.kind {
      case .declaration: if text[token.range].contains(UInt8(ascii: "[")) { return true }
      case .startTag, .emptyTag: return false
      default: break
      }
    }
    return false
  }

  // MARK: Cutting

  private func token(at start: Int) -> Token {
    if text[start] != UInt8(ascii: "<") || !beginsMarkup(start) { return textToken(start) }
    if has("<!--", at: start) { return Token(kind: .comment, range: upTo("-->", start, start + 4)) }
    if has("<![CDATA[", at: start) {
      return Token(kind: .cdata, range: upTo("]]>", start, start + 9))
    }
    if has("<?", at: start) {
      return Token(kind: .instruction, range: upTo("?>", start, start + 2))
    }
    if has("<!", at: start) { return Token(kind: .declaration, range: declaration(start)) }
    let end = tagEnd(start)
    let isWhole = text[end - 1] == UInt8(ascii: ">")
    if has("</", at: start) { return Token(kind: .endTag, range: start..<end) }
    let isEmpty = isWhole && end - start > 2 && text[end - 2] == UInt8(ascii: "/")
    return Token(kind: isEmpty ? .emptyTag : .startTag, range: start..<end)
  }

  private func textToken(_ start: Int) -> Token {
    var end = start + 1
    while end < text.count {
      if text[end] == UInt8(ascii: "<"), beginsMarkup(end) { break }
      end += 1
    }
    return Token(kind: .text, range: start..<end)
  }

  private func beginsMarkup(_ index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    switch text[index + 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), 0x80...0xFF:
      return true
    default: return false
    }
  }

  private func has(_ word: StaticString, at index: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= text.count else { return false }
    return text[index..<(index + count)].elementsEqual(
      UnsafeBufferPointer(start: word.utf8Start, count: count)
    )
  }

  private func upTo(_ word: StaticString, _ start: Int, _ from: Int) -> Range<Int> {
    var index = from
    while index < text.count {
      if text[index] == word.utf8Start[0], has(word, at: index) {
        return start..<(index + word.utf8CodeUnitCount)
      }
      index += 1
    }
    return start..<text.count
  }

  private func declaration(_ start: Int) -> Range<Int> {
    var isInside = false
    var index = start + 2
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "]"): isInside = false
      case UInt8(ascii: ">") where !isInside: return start..<(index + 1)
      default: break
      }
      index += 1
    }
    return start..<text.count
  }

  private func tagEnd(_ start: Int) -> Int {
    var quote: UInt8?
    var index = start + 1
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "<") { return index }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      index += 1
    }
    return text.count
  }

  // MARK: Asking

  /// The index of the token that a byte is in.
  func index(of offset: Int) -> Int? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].range.contains(offset) ? low : nil
  }

  /// Whether a token is a tag that ends as it should.
  func isTag(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .startTag, .emptyTag, .endTag: return text[token.range.upperBound - 1] == UInt8(ascii: ">")
    default: return false
    }
  }

  /// A tag's qualified name.
  func name(_ index: Int) -> ArraySlice<UInt8> {
    let token = tokens[index]
    let body = text[token.range].dropFirst(token.kind == .endTag ? 2 : 1)
    return body.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
  }

  /// Whether a tag has a local name, whatever its prefix.
  func isNamed(_ index: Int, _ name: String) -> Bool {
    let whole = self.name(index)
    let colon = whole.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? whole.startIndex
    return whole[colon...].elementsEqual(name.utf8)
  }

  /// An attribute as written: its name, and its value without the quotes.
  struct Attribute {
    var name: String
    var nameRange: Range<Int>
    var value: Range<Int>
  }

  /// The attributes of a start tag.
  func attributes(_ index: Int) -> [Attribute] {
    let range = tokens[index].range
    return text.withUnsafeBufferPointer { text in
      let source = UnsafeBufferPointer(rebasing: text[range])
      var scanner = StartTagScanner(source)
      var attributes: [Attribute] = []
      while let next = scanner.next() {
        attributes.append(
          Attribute(
            name: String(decoding: source[next.name], as: UTF8.self),
            nameRange: next.name.lowerBound + range.lowerBound..<next.name.upperBound
              + range.lowerBound,
            value: next.value.lowerBound + range.lowerBound..<next.value.upperBound
              + range.lowerBound
          )
        )
      }
      return attributes
    }
  }

  /// An attribute of a start tag; `nil` unless it is there once, in quotes.
  func attribute(_ name: String, of index: Int) -> Attribute? {
    let found = attributes(index).filter { $0.name == name }
    guard found.count == 1, let attribute = found.first, attribute.value.upperBound < text.count,
      [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(text[attribute.value.upperBound]),
      text[attribute.value.lowerBound - 1] == text[attribute.value.upperBound]
    else { return nil }
    return attribute
  }

  /// Where a start tag takes another attribute.
  func endOfAttributes(_ index: Int) -> Int {
    let token = tokens[index]
    var end = token.range.upperBound - 1
    if token.kind == .emptyTag { end -= 1 }
    while end > token.range.lowerBound, Self.isSpace(text[end - 1]) { end -= 1 }
    return end
  }

  /// The token that ends the element that a start tag begins; `nil` if the tags between do not match.
  func end(of start: Int) -> Int? {
    guard isTag(start) else { return nil }
    if tokens[start].kind == .emptyTag { return start }
    var open: [ArraySlice<UInt8>] = []
    for index in start..<tokens.count {
      switch tokens[index].kind {
      case .startTag:
        guard isTag(index) else { return nil }
        open.append(name(index))
      case .endTag:
        guard isTag(index), let last = open.popLast(), last.elementsEqual(name(index)) else {
          return nil
        }
        if open.isEmpty { return index }
      default: break
      }
    }
    return nil
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
