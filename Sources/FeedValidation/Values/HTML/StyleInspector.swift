/// Reads the value of a `style` attribute as a list of declarations (CSS Style Attributes, section 3)
/// and judges each by its property and its value.
struct StyleInspector {
  /// What is wrong with a declaration.
  enum Finding {
    /// It runs code, or draws outside of the entry.
    case dangerous
    /// Sanitising readers remove it.
    case stripped
  }

  private let css: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// Reports what is wrong in order, with its place in the bytes. References are decoded already.
  static func inspect(
    _ css: UnsafeBufferPointer<UInt8>,
    report: (Finding, Range<Int>) -> Void
  ) {
    var inspector = StyleInspector(css: css)
    while let (finding, range) = inspector.next() {
      if let finding { report(finding, range) }
    }
  }

  private init(css: UnsafeBufferPointer<UInt8>) {
    self.css = css
  }

  /// Reads a declaration.
  private mutating func next() -> (Finding?, Range<Int>)? {
    while index < css.count, ASCII.isSpace(css[index]) || css[index] == 0x3B { index += 1 }
    guard index < css.count else { return nil }
    let start = index
    while index < css.count, isNameByte(css[index]) { index += 1 }
    let name = start..<index
    skipSpace()
    let isDeclaration = !name.isEmpty && index < css.count && css[index] == 0x3A
    if isDeclaration { index += 1 }
    skipSpace()
    let valueStart = index
    skipValue()
    var end = index
    while end > start, ASCII.isSpace(css[end - 1]) { end -= 1 }
    let range = start..<end
    let value = min(valueStart, end)..<end
    if hasProgram(isDeclaration ? value : range) { return (.dangerous, range) }
    guard isDeclaration else { return (.stripped, range) }
    return (judge(name, value), range)
  }

  /// To the semicolon that ends the declaration: strings and brackets may hold others.
  private mutating func skipValue() {
    var depth = 0
    while index < css.count {
      let byte = css[index]
      if byte == 0x22 || byte == 0x27 {
        var end = index + 1
        while end < css.count, css[end] != byte { end += 1 }
        // A stray apostrophe does not swallow what follows.
        if end < css.count { index = end } else { return skipUnquoted() }
      } else if byte == 0x28 {
        depth += 1
      } else if byte == 0x29 {
        depth -= 1
      } else if byte == 0x3B, depth <= 0 {
        return
      }
      index += 1
    }
  }

  private mutating func skipUnquoted() {
    while index < css.count, css[index] != 0x3B { index += 1 }
  }

  private mutating func skipSpace() {
    while index < css.count, ASCII.isSpace(css[index]) { index += 1 }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == 0x2D || byte == 0x5F
  }

  /// Whether anything in a value runs code, spelt as it may be.
  private func hasProgram(_ range: Range<Int>) -> Bool {
    // All of them have one of these.
    guard range.contains(where: { css[$0] == 0x28 || css[$0] == 0x5C || css[$0] == 0x3A })
    else { return false }
    let hides =
      ASCII.firstIndex(of: "/*", in: css, range) != nil
      && range.contains { css[$0] == 0x28 }
    return hides || ASCII.firstIndex(of: "expression", in: css, range) != nil
      || ASCII.firstIndex(of: "script:", in: css, range) != nil
  }

  private func judge(_ name: Range<Int>, _ value: Range<Int>) -> Finding? {
    guard let number = CSSWords.properties.value(of: name, in: css),
      let kind = CSSWords.Class(rawValue: number)
    else { return .stripped }
    switch kind {
    case .program:
      return .dangerous
    case .position:
      return CSSWords.quietPositions.contains(value, in: css) ? .stripped : .dangerous
    case .box:
      return judgeBox(value)
    case .plain, .font:
      let hasEscape = value.contains { css[$0] == 0x5C }
      if hasEscape { return kind == .font ? .stripped : .dangerous }
      return isPlain(value) ? nil : .stripped
    }
  }

  /// Whether a value calls nothing but functions that make colours, and has no comment or at-word.
  private func isPlain(_ value: Range<Int>) -> Bool {
    for place in value {
      let byte = css[place]
      if byte == 0x28 {
        var start = place
        while start > value.lowerBound, isNameByte(css[start - 1]) { start -= 1 }
        guard CSSWords.colourFunctions.contains(start..<place, in: css) else { return false }
      } else if byte == 0x40 || byte == 0x7B || byte == 0x7D || byte == 0x3C {
        return false
      } else if byte == 0x2F, place + 1 < value.upperBound, css[place + 1] == 0x2A {
        return false
      }
    }
    return true
  }

  private func judgeBox(_ value: Range<Int>) -> Finding? {
    var place = value.lowerBound
    while true {
      while place < value.upperBound, ASCII.isSpace(css[place]) { place += 1 }
      guard place < value.upperBound else { return nil }
      let start = place
      var depth = 0
      while place < value.upperBound, depth > 0 || !ASCII.isSpace(css[place]) {
        if css[place] == 0x28 { depth += 1 }
        if css[place] == 0x29 { depth -= 1 }
        place += 1
      }
      if let finding = judgeWord(start..<place) { return finding }
    }
  }

  private func judgeWord(_ word: Range<Int>) -> Finding? {
    if css[word].contains(0x5C) { return .dangerous }
    if CSSWords.keywords.contains(word, in: css) { return nil }
    let first = css[word.lowerBound]
    if first == 0x23 {
      let digits = word.dropFirst()
      let isColour = digits.count >= 3 && digits.allSatisfy { ASCII.isHexDigit(css[$0]) }
      return isColour ? nil : .stripped
    }
    if ASCII.isLetter(first) {
      return word.contains { css[$0] == 0x28 } && isPlain(word) ? nil : .stripped
    }
    // `0!important` has no space to split at.
    if let mark = word.first(where: { css[$0] == 0x21 }), mark > word.lowerBound,
      CSSWords.keywords.contains(mark..<word.upperBound, in: css)
    {
      return judgeLength(word.lowerBound..<mark)
    }
    return judgeLength(word)
  }

  /// Lengths below 1000 are those of text; greater ones push what follows off the page.
  private func judgeLength(_ word: Range<Int>) -> Finding? {
    var place = word.lowerBound
    var digits = 0
    while place < word.upperBound, ASCII.isDigit(css[place]) {
      if digits > 0 || css[place] != 0x30 { digits += 1 }
      place += 1
    }
    let isTooLong = digits > 3
    if place < word.upperBound, css[place] == 0x2E {
      place += 1
      while place < word.upperBound, ASCII.isDigit(css[place]) { place += 1 }
    }
    guard place > word.lowerBound else { return .stripped }
    guard place == word.upperBound || CSSWords.units.contains(place..<word.upperBound, in: css)
    else { return .stripped }
    return isTooLong ? .dangerous : nil
  }
}
