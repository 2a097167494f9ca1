import FeedModel

/// Reads MDX line by line and writes Markdown.
struct MDXReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  var result = MDX()

  /// How many bytes may still be read ahead in vain, for what is never closed: without a bound, a
  /// text of nothing but `{` would take quadratic time.
  private var futileBytes: Int
  private var isAtLineStart = true
  private var previousLineIsBlank = true
  /// Whether the line so far has nothing to show.
  var lineIsBlank = true
  /// The elements that are open.
  var open: [MDXElement] = []
  /// Whether the last line is the start tag of an element that Markdown may stand in. CommonMark
  /// takes the lines after it for HTML, unless one is blank; MDX takes them for Markdown.
  private var needsBlankLine = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    futileBytes = bytes.count &* 8 &+ 65_536
    result.markdown.reserveCapacity(bytes.count)
  }

  mutating func run() {
    while position < bytes.count {
      if isAtLineStart, beginLine() { continue }
      step()
    }
  }

  // MARK: Lines

  /// Looks at what begins the line; true when all of the line was read.
  private mutating func beginLine() -> Bool {
    isAtLineStart = false
    lineIsBlank = true
    if previousLineIsBlank, skipStatement() {
      isAtLineStart = true
      return true
    }
    let content = skipSpaces(from: position)
    guard content < bytes.count, bytes[content] != UInt8(ascii: "\n") else { return false }
    if needsBlankLine, bytes[content] != UInt8(ascii: "<") {
      result.markdown.append(UInt8(ascii: "\n"))
    }
    needsBlankLine = false
    dropIndentation(before: content)
    if copyFence() {
      isAtLineStart = true
      previousLineIsBlank = false
      return true
    }
    return false
  }

  /// What is nested in elements is indented to show it. MDX has no indented code, CommonMark has.
  private mutating func dropIndentation(before content: Int) {
    guard let element = open.last else { return }
    let indentation = content - position
    let isEndTag =
      bytes[content] == UInt8(ascii: "<") && content + 1 < bytes.count
      && bytes[content + 1] == UInt8(ascii: "/")
    if element.indentation == nil, !isEndTag { open[open.count - 1].indentation = indentation }
    position += min(indentation, element.indentation ?? indentation)
  }

  func skipSpaces(from start: Int) -> Int {
    var index = start
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// The index after the line break that ends the line, or the end.
  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return min(end + 1, bytes.count)
  }

  // MARK: Text

  private mutating func step() {
    switch bytes[position] {
    case UInt8(ascii: "\n"): endLine()
    case UInt8(ascii: "`"): copyCodeSpan()
    case UInt8(ascii: "$"): copyFormula()
    case UInt8(ascii: "{"):
      if !dropExpression() { copyText() }
    case UInt8(ascii: "<"):
      if !copyComment(), !readTag() { copyText() }
    case UInt8(ascii: "\\"): copyEscape()
    default: copyText()
    }
  }

  private mutating func endLine() {
    let last = result.markdown.last ?? UInt8(ascii: "\n")
    needsBlankLine =
      last == UInt8(ascii: ">") && open.last?.holdsMarkdown ?? false
      && open.last?.end == position
    result.markdown.append(UInt8(ascii: "\n"))
    position += 1
    previousLineIsBlank = lineIsBlank
    isAtLineStart = true
  }

  /// Copies a byte and what follows it up to the next that may mean something.
  private mutating func copyText() {
    let start = position
    repeat {
      if !Self.isBlank(bytes[position]) { lineIsBlank = false }
      position += 1
    } while position < bytes.count && !Self.isSpecial(bytes[position])
    append(start..<position)
  }

  private mutating func copyEscape() {
    lineIsBlank = false
    let hasPartner = position + 1 < bytes.count && bytes[position + 1] != UInt8(ascii: "\n")
    append(position..<(position + (hasPartner ? 2 : 1)))
    position += hasPartner ? 2 : 1
  }

  func isAffordable() -> Bool { futileBytes > 0 }

  /// Pays for having read ahead in vain.
  mutating func charge(upTo end: Int) {
    futileBytes -= end - position
  }

  mutating func append(_ range: Range<Int>) {
    result.markdown.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Copies bytes that mean nothing, to the end of a range.
  private mutating func copy(upTo end: Int) {
    lineIsBlank = false
    append(position..<end)
    position = end
  }

  /// The index after a text, nil when it does not come.
  private mutating func find(_ text: StaticString, from start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    var index = start
    while isAffordable(), index + length <= bytes.count {
      if starts(with: text, at: index) { return index + length }
      index += 1
    }
    charge(upTo: index)
    return nil
  }

  func starts(with text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start + length <= bytes.count else { return false }
    for index in 0..<length where bytes[start + index] != text.utf8Start[index] { return false }
    return true
  }

  func run(of byte: UInt8, at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return end - start
  }

  // MARK: Code, formulas and comments

  /// Copies a fenced block of code or a block of a formula, `$$`, without the indentation that shows
  /// the nesting.
  private mutating func copyFence() -> Bool {
    let start = skipMarkers(from: position)
    guard start < bytes.count else { return false }
    let mark = bytes[start]
    let isFormula = mark == UInt8(ascii: "$") && isAffordable()
    guard isFormula || mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    let length = run(of: mark, at: start)
    guard length >= (isFormula ? 2 : 3) else { return false }
    var line = endOfLine(from: start)
    if mark != UInt8(ascii: "~"),
      bytes[(start + length)..<line].contains(mark)
    {
      // A span on one line.
      return false
    }
    let beginning = result.markdown.count
    append(position..<line)
    var isClosed = false
    while line < bytes.count, !isClosed {
      let end = endOfLine(from: line)
      let indentation = min(open.last?.indentation ?? 0, skipSpaces(from: line) - line)
      append((line + indentation)..<end)
      isClosed = closesFence(line..<end, mark: mark, length: length)
      line = end
    }
    // Code goes on to the end of the text; dollars that nothing closes are money.
    if isFormula, !isClosed {
      charge(upTo: line)
      result.markdown.removeLast(result.markdown.count - beginning)
      return false
    }
    position = line
    return true
  }

  private func closesFence(_ line: Range<Int>, mark: UInt8, length: Int) -> Bool {
    var index = skipSpaces(from: line.lowerBound)
    while index < line.upperBound, bytes[index] == UInt8(ascii: ">") {
      index = skipSpaces(from: index + 1)
    }
    guard index < line.upperBound else { return false }
    let found = run(of: mark, at: index)
    return found >= length && isBlankLine(at: index + found)
  }

  /// Over white space and the signs of quotes and lists, which may stand before a fence.
  private func skipMarkers(from start: Int) -> Int {
    var index = skipSpaces(from: start)
    while index + 1 < bytes.count {
      var next = index
      switch bytes[index] {
      case UInt8(ascii: ">"): next += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): next += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while next < bytes.count, next < index + 9, Self.isDigit(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: ".") || bytes[next] == 0x29 else {
          return index
        }
        next += 1
      default: return index
      }
      let isQuote = bytes[index] == UInt8(ascii: ">")
      guard isQuote || (next < bytes.count && Self.isBlank(bytes[next])) else { return index }
      index = skipSpaces(from: next)
    }
    return index
  }

  private mutating func copyCodeSpan() {
    let length = run(of: UInt8(ascii: "`"), at: position)
    var index = position + length
    while isAffordable(), index < bytes.count {
      if bytes[index] == UInt8(ascii: "`") {
        let found = run(of: UInt8(ascii: "`"), at: index)
        index += found
        if found == length {
          copy(upTo: index)
          return
        }
      } else if bytes[index] == UInt8(ascii: "\n"), isBlankLine(at: index + 1) {
        break
      } else {
        index += 1
      }
    }
    charge(upTo: index)
    copy(upTo: position + length)
  }

  /// Whether nothing but white space comes before the end of the line.
  private func isBlankLine(at start: Int) -> Bool {
    let content = skipSpaces(from: start)
    return content >= bytes.count || bytes[content] == UInt8(ascii: "\n")
  }

  /// A formula on one line between dollar signs: as in Pandoc, nothing blank follows the first and
  /// precedes the last; and it has a command or an index, for prices are no formulas.
  private mutating func copyFormula() {
    let length = starts(with: "$$", at: position) ? 2 : 1
    let start = position + length
    var index = start
    var isFormula = false
    while isAffordable(), index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        isFormula = true
        index += 1
      case UInt8(ascii: "_"), UInt8(ascii: "^"): isFormula = true
      case UInt8(ascii: "$"):
        guard isFormula, index > start, !Self.isBlank(bytes[start]),
          !Self.isBlank(bytes[index - 1]), length == 1 || starts(with: "$$", at: index)
        else { break }
        copy(upTo: index + length)
        return
      default: break
      }
      index += 1
    }
    charge(upTo: index)
    copy(upTo: start)
  }

  private mutating func copyComment() -> Bool {
    guard starts(with: "<!--", at: position), let end = find("-->", from: position + 4) else {
      return false
    }
    copy(upTo: end)
    return true
  }

  // MARK: JavaScript

  /// A statement begins at the start of a line after a blank one, and goes on while its brackets are
  /// open or a sign at the end of a line or the start of the next says so.
  private mutating func skipStatement() -> Bool {
    guard MDXStatement.begins(in: bytes, at: position), isAffordable() else { return false }
    var scanner = JavaScriptScanner(bytes, at: position)
    while scanner.position < bytes.count {
      if bytes[scanner.position] == UInt8(ascii: "\n"), scanner.open.isEmpty,
        !MDXStatement.goesOn(in: bytes, at: scanner.position + 1, after: scanner.lastSign)
      {
        scanner.position += 1
        break
      }
      scanner.step()
    }
    guard scanner.open.isEmpty else {
      charge(upTo: scanner.position)
      return false
    }
    position = scanner.position
    result.statements += 1
    return true
  }

  private mutating func dropExpression() -> Bool {
    guard isAffordable() else { return false }
    var scanner = JavaScriptScanner(bytes, at: position)
    // A brace without its partner is text, whatever MDX thinks of it.
    guard scanner.skipBraces() else {
      charge(upTo: scanner.position)
      return false
    }
    let inside = (position + 1)..<(scanner.position - 1)
    position = scanner.position
    switch MDXExpression(bytes[inside]) {
    case .marker(let name):
      // Docusaurus marks the end of the excerpt this way.
      result.markdown.append(contentsOf: "<!-- \(name) -->".utf8)
      lineIsBlank = false
    case .comment: break
    case .literal(let text): appendLiteral(text)
    case .other: result.expressions += 1
    }
    return true
  }

  /// Characters that neither Markdown nor HTML takes for more than themselves.
  private mutating func appendLiteral(_ text: [UInt8]) {
    guard text.contains(where: { $0 > 0x20 }) else {
      if !text.isEmpty { result.markdown.append(UInt8(ascii: " ")) }
      return
    }
    lineIsBlank = false
    for byte in text {
      switch byte {
      // Line breaks too: they show in `<pre>`.
      case UInt8(ascii: "\n"), 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E:
        result.markdown.append(contentsOf: "&#\(byte);".utf8)
      default: result.markdown.append(byte)
      }
    }
  }

  // MARK: Bytes

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "{"),
      UInt8(ascii: "<"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }
}
