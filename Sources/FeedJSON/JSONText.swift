/// Text as JSON strings (RFC 8259 section 7).
public enum JSONText {
  /// Appends a string in double quotes. Escaped are `"`, `\` and the control characters below
  /// U+0020, nothing else: the output is UTF-8, and U+2028 and U+2029 are allowed in JSON.
  public static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(utf8: $0, to: &bytes) }
  }

  /// Appends UTF-8, which the caller vouches for, as a string in double quotes.
  public static func append(utf8 text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(utf8: text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends the inside of a string, without quotation marks, so that a long text can be written
  /// piece by piece; a piece may end anywhere.
  public static func appendEscaped(utf8 text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var runStart = 0
    var index = 0
    while true {
      index = endOfRun(in: text, from: index)
      if index > runStart {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
      }
      guard index < text.count else { return }
      appendEscape(of: text[index], to: &bytes)
      index &+= 1
      runStart = index
    }
  }

  /// The offset of the first byte at or after `start` that has to be escaped, or the end.
  @inline(__always)
  private static func endOfRun(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index &+ 8 <= text.count {
      let flags = WordScan.needsEscape(WordScan.load(text, at: index))
      if flags != 0 { return index &+ WordScan.lane(flags) }
      index &+= 8
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
      index &+= 1
    }
    return index
  }

  private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hexDigit(byte &>> 4))
      bytes.append(hexDigit(byte & 0xF))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "A") &+ value &- 10
  }
}
