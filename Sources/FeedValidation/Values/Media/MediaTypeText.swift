/// Media types after RFC 2045, section 5.1: `text/html; charset=utf-8`.
enum MediaTypeText {
  /// Where the text is no media type; its end where something is missing.
  static func offence(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    guard skipToken(bytes, &index), index < bytes.count, bytes[index] == 0x2F else { return index }
    index += 1
    guard skipToken(bytes, &index) else { return index }
    while true {
      skipSpaces(bytes, &index)
      guard index < bytes.count else { return nil }
      guard bytes[index] == 0x3B else { return index }
      index += 1
      skipSpaces(bytes, &index)
      guard skipToken(bytes, &index), index < bytes.count, bytes[index] == 0x3D else {
        return index
      }
      index += 1
      guard skipQuoted(bytes, &index) || skipToken(bytes, &index) else { return index }
    }
  }

  /// The type and the subtype, without parameters.
  static func essence(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    0..<(bytes.firstIndex { $0 == 0x3B || TrimmedValue.isSpace($0) } ?? bytes.count)
  }

  private static func skipToken(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
    let start = index
    while index < bytes.count, isToken(bytes[index]) { index += 1 }
    return index > start
  }

  private static func skipSpaces(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    while index < bytes.count, TrimmedValue.isSpace(bytes[index]) { index += 1 }
  }

  private static func skipQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
    guard index < bytes.count, bytes[index] == 0x22 else { return false }
    var end = index + 1
    while end < bytes.count, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
    guard end < bytes.count else { return false }
    index = end + 1
    return true
  }

  /// Printable ASCII but tspecials.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    // ( ) , / : ; < = > ? @ [ \ ] "
    case 0x22, 0x28, 0x29, 0x2C, 0x2F, 0x3A...0x40, 0x5B...0x5D: false
    default: byte > 0x20 && byte < 0x7F
    }
  }
}
