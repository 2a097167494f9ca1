/// Reads parts of header fields: tokens, quoted strings and parameters (RFC 9110 section 5.6).
struct ParameterScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position >= bytes.count }

  mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  /// Whether the byte is next; then it is passed.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// The text up to one of the bytes, or to the end, without white space around it.
  mutating func text(upTo ends: [UInt8]) -> String {
    skipSpaces()
    let start = position
    while position < bytes.count, !ends.contains(bytes[position]) { position += 1 }
    var end = position
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The next of a list `; name=value; name`, with its name in lower case; nil when no semicolon is
  /// next. What follows a value up to one of the ends is passed over.
  mutating func parameter(ends: [UInt8]) -> (name: String, value: String)? {
    skipSpaces()
    guard skip(semicolon) else { return nil }
    let name = text(upTo: [semicolon, equals] + ends).lowercased()
    guard skip(equals) else { return (name, "") }
    skipSpaces()
    guard skip(quote) else { return (name, text(upTo: [semicolon] + ends)) }
    let value = quoted()
    _ = text(upTo: [semicolon] + ends)
    return (name, value)
  }

  /// The rest of a quoted string; one that never ends has all the rest.
  private mutating func quoted() -> String {
    var value: [UInt8] = []
    while position < bytes.count {
      var byte = bytes[position]
      position += 1
      if byte == quote { break }
      if byte == 0x5C, position < bytes.count {
        byte = bytes[position]
        position += 1
      }
      value.append(byte)
    }
    return String(decoding: value, as: UTF8.self)
  }
}

private let semicolon = UInt8(ascii: ";")
private let equals = UInt8(ascii: "=")
private let quote = UInt8(ascii: "\"")
