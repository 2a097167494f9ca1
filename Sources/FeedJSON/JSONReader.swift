/// A strict pull tokenizer for JSON (RFC 8259, strings restricted to I-JSON's, RFC 7493 section
/// 2.1: valid UTF-8 without lone surrogates). It copies nothing and allocates only for open
/// containers, so values can be passed over at the speed of the scan. The bytes must outlive it.
public struct JSONReader {
  /// What the grammar allows next.
  private enum State {
    case start
    case firstKey
    case key
    case memberValue
    case firstElement
    case element
    case afterValue
    case afterDocument
    case failed
  }

  private struct Container {
    let isObject: Bool
    let position: JSONPosition
  }

  /// The number of objects and arrays that may be open at once.
  public let depthLimit: Int
  /// Whether the text begins with a UTF-8 byte order mark.
  public let hasByteOrderMark: Bool

  private let bytes: UnsafeBufferPointer<UInt8>
  private let rejectsByteOrderMark: Bool
  private var offset = 0
  private var line = 1
  /// `offset - columnOrigin + 1` is the column: the line's start plus the continuation bytes since.
  private var columnOrigin = 0
  private var open: [Container] = []
  private var state = State.start

  /// A reader at the beginning of a JSON text.
  ///
  /// - Parameters:
  ///   - bytes: The whole text, UTF-8.
  ///   - depthLimit: How many objects and arrays may be open at once.
  ///   - skipsByteOrderMark: RFC 8259 section 8.1 forbids writing a byte order mark and lets
  ///     readers ignore it: `true` ignores it (see `hasByteOrderMark`), `false` makes it an error.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    depthLimit: Int = 512,
    skipsByteOrderMark: Bool = false
  ) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    hasByteOrderMark =
      bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    rejectsByteOrderMark = hasByteOrderMark && !skipsByteOrderMark
    if hasByteOrderMark && skipsByteOrderMark {
      offset = 3
      columnOrigin = 3
    }
  }

  /// The number of objects and arrays that are open.
  public var depth: Int { open.count }

  /// The place up to which the text has been read.
  public var position: JSONPosition {
    JSONPosition(offset: offset, line: line, column: offset &- columnOrigin &+ 1)
  }

  /// The next token, or nil after the end of the text (and after an error).
  public mutating func next() throws(JSONError) -> JSONToken? {
    skipWhitespace()
    switch state {
    case .start:
      if rejectsByteOrderMark {
        throw fail("a byte order mark (U+FEFF) before the JSON text; save it as UTF-8 without BOM")
      }
      return try readValue()
    case .memberValue: return try readValue()
    case .element: return try readElement()
    case .key: return try readKey()
    case .firstKey:
      if peek() == UInt8(ascii: "}") { return close(.endObject) }
      return try readKey(orEnd: true)
    case .firstElement:
      if peek() == UInt8(ascii: "]") { return close(.endArray) }
      return try readValue()
    case .afterValue: return try readAfterValue()
    case .afterDocument:
      guard offset < bytes.count else { return nil }
      throw fail("found \(foundHere) after the end of the JSON value; one file holds one value")
    case .failed: return nil
    }
  }

  /// Reads to the end of a value of which `token` is the first token: to the matching end of an
  /// object or array, nothing for the others; for a key, its whole value.
  public mutating func skipRest(of token: JSONToken) throws(JSONError) {
    switch token.kind {
    case .key:
      if let first = try next() { try skipRest(of: first) }
    case .beginObject, .beginArray:
      let outside = depth &- 1
      while depth > outside, try next() != nil {}
    default: break
    }
  }

  // MARK: - Structure

  private mutating func readAfterValue() throws(JSONError) -> JSONToken? {
    guard let container = open.last else { return nil }
    let end = container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    guard let byte = peek() else { throw failAtEnd() }
    if byte == end { return close(container.isObject ? .endObject : .endArray) }
    guard byte == UInt8(ascii: ",") else {
      let expected = container.isObject ? "',' or '}' after a member" : "',' or ']' after a value"
      throw fail("found \(foundHere), expected \(expected)")
    }
    let comma = position
    offset &+= 1
    skipWhitespace()
    if peek() == end {
      let name = container.isObject ? "'}'" : "']'"
      throw fail("a comma before \(name): JSON allows no trailing comma", at: comma)
    }
    return container.isObject ? try readKey() : try readElement()
  }

  private mutating func readElement() throws(JSONError) -> JSONToken? {
    if peek() == UInt8(ascii: ",") { throw fail("found ',', expected a value before it") }
    return try readValue()
  }

  private mutating func readKey(orEnd isFirst: Bool = false) throws(JSONError) -> JSONToken {
    guard let byte = peek() else { throw failAtEnd() }
    guard byte == UInt8(ascii: "\"") else {
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") { throw failAtComment() }
      let expected =
        isFirst ? "a key in double quotes or '}'" : "a key in double quotes after ','"
      throw fail("found \(foundHere), expected \(expected)")
    }
    let token = try readString(.key)
    skipWhitespace()
    guard let colon = peek() else { throw failAtEnd() }
    guard colon == UInt8(ascii: ":") else {
      throw fail("found \(foundHere), expected ':' after the key \(quoted(token))")
    }
    offset &+= 1
    state = .memberValue
    return token
  }

  private mutating func readValue() throws(JSONError) -> JSONToken {
    guard let byte = peek() else { throw failAtEnd() }
    switch byte {
    case UInt8(ascii: "\""):
      let token = try readString(.string)
      endValue()
      return token
    case UInt8(ascii: "{"): return try begin(.beginObject)
    case UInt8(ascii: "["): return try begin(.beginArray)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    case UInt8(ascii: "t"): return try readWord("true", .true)
    case UInt8(ascii: "f"): return try readWord("false", .false)
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: throw failAtValue(byte)
    }
  }

  private mutating func begin(_ kind: JSONToken.Kind) throws(JSONError) -> JSONToken {
    guard open.count < depthLimit else {
      var error = fail("objects and arrays are nested more than \(depthLimit) deep")
      error.isLimit = true
      throw error
    }
    let start = position
    let isObject = kind == .beginObject
    open.append(Container(isObject: isObject, position: start))
    offset &+= 1
    state = isObject ? .firstKey : .firstElement
    return JSONToken(kind: kind, position: start, source: source(from: start.offset))
  }

  private mutating func close(_ kind: JSONToken.Kind) -> JSONToken {
    let start = position
    offset &+= 1
    _ = open.popLast()
    endValue()
    return JSONToken(kind: kind, position: start, source: source(from: start.offset))
  }

  @inline(__always)
  private mutating func endValue() { state = open.isEmpty ? .afterDocument : .afterValue }

  // MARK: - Scalars

  private mutating func readWord(_ word: StaticString, _ kind: JSONToken.Kind)
    throws(JSONError) -> JSONToken
  {
    let start = position
    var end = offset
    while end < bytes.count, Self.isWordByte(bytes[end]) { end &+= 1 }
    let found = UnsafeBufferPointer(rebasing: bytes[offset..<end])
    let matches = word.withUTF8Buffer { $0.count == found.count && $0.elementsEqual(found) }
    guard matches else { throw failAtWord() }
    offset = end
    endValue()
    return JSONToken(kind: kind, position: start, source: found)
  }

  private mutating func readNumber() throws(JSONError) -> JSONToken {
    let start = position
    if peek() == UInt8(ascii: "-") { offset &+= 1 }
    let integerStart = offset
    guard skipDigits() > 0 else {
      throw fail("found \(foundHere), expected a digit after '-'")
    }
    if bytes[integerStart] == UInt8(ascii: "0") && offset &- integerStart > 1 {
      throw fail("a number must not begin with 0: \(quotedSource(from: start.offset))", at: start)
    }
    if peek() == UInt8(ascii: ".") {
      offset &+= 1
      guard skipDigits() > 0 else {
        throw fail("found \(foundHere), expected a digit after the decimal point")
      }
    }
    if let letter = peek(), letter | 0x20 == UInt8(ascii: "e") {
      offset &+= 1
      if let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        offset &+= 1
      }
      guard skipDigits() > 0 else {
        throw fail("found \(foundHere), expected a digit in the exponent")
      }
    }
    endValue()
    return JSONToken(kind: .number, position: start, source: source(from: start.offset))
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = peek(), byte &- UInt8(ascii: "0") < 10 { offset &+= 1 }
    return offset &- start
  }

  /// At the opening quotation mark; ends after the closing one.
  private mutating func readString(_ kind: JSONToken.Kind) throws(JSONError) -> JSONToken {
    let start = position
    let contentStart = offset &+ 1
    var hasEscapes = false
    offset = contentStart
    while true {
      while offset &+ 8 <= bytes.count {
        let flags = WordScan.endsPlainRun(WordScan.load(bytes, at: offset))
        if flags != 0 {
          offset &+= WordScan.lane(flags)
          break
        }
        offset &+= 8
      }
      guard let byte = peek() else {
        throw fail("the text ends inside the string that begins here", at: start)
      }
      switch byte {
      case UInt8(ascii: "\""):
        let content = UnsafeBufferPointer(rebasing: bytes[contentStart..<offset])
        offset &+= 1
        return JSONToken(kind: kind, position: start, source: content, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try readEscape()
      case 0..<0x20: throw failAtControl(byte, stringStart: start)
      case 0x80...:
        // Scripts other than Latin come in runs, for which scanning words is of no use.
        repeat {
          let length = UTF8Sequence.length(in: bytes, at: offset)
          if length == 0 {
            throw fail("the bytes here are not valid UTF-8 (\(hex(bytes[offset], 2)))")
          }
          offset &+= length
          columnOrigin &+= length &- 1
        } while offset < bytes.count && bytes[offset] >= 0x80
      default: offset &+= 1
      }
    }
  }

  private mutating func readEscape() throws(JSONError) {
    let letter = offset &+ 1 < bytes.count ? bytes[offset &+ 1] : 0
    if JSONEscapes.simple(letter) != nil {
      offset &+= 2
      return
    }
    guard letter == UInt8(ascii: "u") else {
      let found = offset &+ 1 < bytes.count ? describe(at: offset &+ 1) : "the end of the text"
      throw fail(
        "'\\' followed by \(found) is no escape; JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
      )
    }
    guard let code = JSONEscapes.hexQuad(bytes, at: offset &+ 2) else {
      throw fail("expected four hexadecimal digits after '\\u'")
    }
    switch code {
    case 0xD800..<0xDC00:
      let second = offset &+ 6
      guard second &+ 1 < bytes.count, bytes[second] == UInt8(ascii: "\\"),
        bytes[second &+ 1] == UInt8(ascii: "u"),
        let low = JSONEscapes.hexQuad(bytes, at: second &+ 2), low & 0xFC00 == 0xDC00
      else {
        throw fail("\\u\(hex(code, 4)) is half of a surrogate pair without its second half")
      }
      offset &+= 12
    case 0xDC00..<0xE000:
      throw fail("\\u\(hex(code, 4)) is half of a surrogate pair without its first half")
    default: offset &+= 6
    }
  }

  // MARK: - Scanning

  @inline(__always)
  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func source(from start: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<offset])
  }

  @inline(__always)
  private mutating func skipWhitespace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09: offset &+= 1
      case 0x0A: startLine()
      case 0x0D:
        if offset &+ 1 < bytes.count && bytes[offset &+ 1] == 0x0A { offset &+= 1 }
        startLine()
      default: return
      }
    }
  }

  @inline(__always)
  private mutating func startLine() {
    offset &+= 1
    line &+= 1
    columnOrigin = offset
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "_")
  }

  // MARK: - Errors

  private mutating func fail(_ message: String, at place: JSONPosition? = nil) -> JSONError {
    state = .failed
    return JSONError(message, at: place ?? position)
  }

  private mutating func failAtEnd() -> JSONError {
    guard let container = open.last else {
      return fail("the text is empty, expected a JSON value")
    }
    let name = container.isObject ? "object" : "array"
    let mark = container.isObject ? "{" : "["
    return fail(
      "the text ends inside the \(name) whose '\(mark)' is at line \(container.position.line), "
        + "column \(container.position.column)"
    )
  }

  private mutating func failAtControl(_ byte: UInt8, stringStart: JSONPosition) -> JSONError {
    if byte == 0x0A || byte == 0x0D {
      return fail(
        "a line break in the string that begins at line \(stringStart.line), column "
          + "\(stringStart.column); close it with '\"' or write the line break as \\n"
      )
    }
    let escape = byte == 0x09 ? "\\t" : "\\u\(hex(byte, 4))"
    return fail("a control character (U+\(hex(byte, 4))) in a string; write it as \(escape)")
  }

  private mutating func failAtValue(_ byte: UInt8) -> JSONError {
    switch byte {
    case UInt8(ascii: "'"): return fail("found ''', expected '\"': JSON quotes with double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): return failAtComment()
    case UInt8(ascii: "+"): return fail("found '+': a JSON number begins with a digit or '-'")
    case UInt8(ascii: "."): return fail("found '.': a JSON number needs a digit before it")
    case UInt8(ascii: "]") where state == .memberValue, UInt8(ascii: "}"), UInt8(ascii: ","):
      return fail("found \(foundHere), expected a value")
    default:
      return Self.isWordByte(byte) ? failAtWord() : fail("found \(foundHere), expected a value")
    }
  }

  private mutating func failAtWord() -> JSONError {
    var end = offset
    while end < bytes.count, end &- offset < 32, Self.isWordByte(bytes[end]) { end &+= 1 }
    let word = String(decoding: bytes[offset..<end], as: UTF8.self)
    return fail(
      "found the word '\(word)', expected a value; strings stand in double quotes, and the only "
        + "words are true, false and null"
    )
  }

  private mutating func failAtComment() -> JSONError {
    fail("found \(foundHere): JSON has no comments")
  }

  private var foundHere: String {
    offset < bytes.count ? describe(at: offset) : "the end of the text"
  }

  private func describe(at index: Int) -> String {
    guard let scalar = UTF8Sequence.scalar(in: bytes, at: index) else {
      return "a byte that is not UTF-8 (\(hex(bytes[index], 2)))"
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      return "U+\(hex(scalar.value, 4))"
    default: return "'\(scalar)'"
    }
  }

  private func quoted(_ token: JSONToken) -> String {
    let text = token.text.unicodeScalars
    return "\"" + oneLine(text.prefix(40)) + (text.count > 40 ? "…" : "") + "\""
  }

  private func quotedSource(from start: Int) -> String {
    "'"
      + oneLine(
        String(decoding: bytes[start..<min(offset, start &+ 40)], as: UTF8.self).unicodeScalars
      )
      + "'"
  }

  /// A piece of the text within a message, which is a line: with escapes for control characters.
  private func oneLine(_ text: some Sequence<Unicode.Scalar>) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text {
      if scalar.properties.generalCategory == .control {
        line.append(contentsOf: "\\u\(hex(scalar.value, 4))".unicodeScalars)
      } else {
        line.append(scalar)
      }
    }
    return String(line)
  }

  private func hex(_ value: some BinaryInteger, _ width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
