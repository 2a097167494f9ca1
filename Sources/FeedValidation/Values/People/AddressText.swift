/// Mail addresses: addr-spec of RFC 5322 as it is used, without comments and line breaks. Characters
/// that are not ASCII may stand in them (RFC 6532).
enum AddressText {
  /// The domain of a text that is an address and nothing else; `nil` if it is none.
  static func domain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int>? {
    guard let at = text.lastIndex(of: 0x40), at > text.startIndex, at + 1 < text.endIndex else {
      return nil
    }
    guard isLocalPart(text[..<at]), isDomain(text[(at + 1)...]) else { return nil }
    return at + 1..<text.endIndex
  }

  /// The first address that stands somewhere in a text.
  static func first(in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var at = text.firstIndex(of: 0x40)
    // A text of nothing but “@” must not take long.
    var tries = 0
    while let place = at, tries < 8 {
      tries += 1
      var start = place
      while start > 0, isLocal(text[start - 1]), text[start - 1] < 0x80 { start -= 1 }
      var end = place + 1
      while end < text.count, isDomain(text[end]) { end += 1 }
      while end > place + 1, text[end - 1] == 0x2E || text[end - 1] == 0x2D { end -= 1 }
      if domain(text[start..<end]) != nil { return start..<end }
      at = text[(place + 1)...].firstIndex(of: 0x40)
    }
    return nil
  }

  private static func isLocalPart(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if text.count > 2, text.first == 0x22, text.last == 0x22 {
      return text.dropFirst().dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x7F }
    }
    return text.allSatisfy(isLocal)
  }

  private static func isDomain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if text.first == 0x5B { return text.last == 0x5D && text.count > 2 }
    var previous: UInt8 = 0x2E
    for byte in text {
      guard isDomain(byte) else { return false }
      if previous == 0x2E, byte == 0x2E || byte == 0x2D { return false }
      previous = byte
    }
    return previous != 0x2E && previous != 0x2D
  }

  /// `atext` and dots.
  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    // ! # $ % & ' * + - . / = ? ^ _ ` { | } ~
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D...0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte >= 0x80
  }
}
