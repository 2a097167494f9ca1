/// Moves over JavaScript, without understanding more of it than where things end.
struct JavaScriptScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  /// The opening signs of what is open, `` ` `` for template strings.
  private(set) var open: [UInt8] = []
  /// The last byte that is neither white space nor comment.
  private(set) var lastSign: UInt8 = 0
  /// How many of the open signs are braces.
  private var openBraces = 0
  /// Up to where a quote is known to have no partner, by quote: without it, a line of nothing but
  /// `\"` would take quadratic time.
  private var apostrophesEnd = 0
  private var doubleQuotesEnd = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// Moves over an expression in braces, to after the closing one; false when it is never closed.
  mutating func skipBraces() -> Bool {
    repeat {
      guard position < bytes.count else { return false }
      step()
    } while !open.isEmpty
    return true
  }

  /// Moves over a bracket, a string, a comment or one byte. Only to be called before the end.
  mutating func step() {
    let byte = bytes[position]
    if open.last == UInt8(ascii: "`") {
      stepInTemplate(byte)
      return
    }
    switch byte {
    case UInt8(ascii: "{"): openBrace()
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "`"): open.append(byte)
    case UInt8(ascii: "}"): close(UInt8(ascii: "{"))
    case UInt8(ascii: ")"): close(UInt8(ascii: "("))
    case UInt8(ascii: "]"): close(UInt8(ascii: "["))
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if let end = endOfString() {
        lastSign = byte
        position = end
        return
      }
    case UInt8(ascii: "/"):
      if skipComment() { return }
    default: break
    }
    if byte > 0x20 { lastSign = byte }
    position += 1
  }

  private mutating func stepInTemplate(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "`"):
      open.removeLast()
      lastSign = byte
    case UInt8(ascii: "\\"): position += 1
    case UInt8(ascii: "$"):
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "{") {
        openBrace()
        position += 1
      }
    default: break
    }
    position = min(position + 1, bytes.count)
  }

  private mutating func openBrace() {
    open.append(UInt8(ascii: "{"))
    openBraces += 1
  }

  /// A brace closes what was opened since its partner: an emoticon in the text of an element is no
  /// bracket. For the same reason other signs close only what was opened last.
  private mutating func close(_ partner: UInt8) {
    guard partner == UInt8(ascii: "{") else {
      if open.last == partner { open.removeLast() }
      return
    }
    // The count spares looking through what is open in vain, again and again.
    guard openBraces > 0, let index = open.lastIndex(of: partner) else { return }
    open.removeLast(open.count - index)
    openBraces -= 1
  }

  /// The index after a string; nil for an apostrophe in the text of an element, which stands in a
  /// word or has no partner on its line.
  private mutating func endOfString() -> Int? {
    let quote = bytes[position]
    let isApostrophe = quote == UInt8(ascii: "'")
    if isApostrophe, position > 0, Self.isWordByte(bytes[position - 1]) { return nil }
    guard position >= (isApostrophe ? apostrophesEnd : doubleQuotesEnd) else { return nil }
    var index = position + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == quote { return index + 1 }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    if isApostrophe { apostrophesEnd = index } else { doubleQuotesEnd = index }
    return nil
  }

  private mutating func skipComment() -> Bool {
    guard position + 1 < bytes.count else { return false }
    if bytes[position + 1] == UInt8(ascii: "/") {
      // An address in the text of an element is no comment.
      if position > 0, bytes[position - 1] == UInt8(ascii: ":") { return false }
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      return true
    }
    guard bytes[position + 1] == UInt8(ascii: "*") else { return false }
    var index = position + 2
    while index + 1 < bytes.count,
      bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/")
    {
      index += 1
    }
    position = min(index + 2, bytes.count)
    return true
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || MDXReader.isDigit(byte) || byte >= 0x80
  }
}
