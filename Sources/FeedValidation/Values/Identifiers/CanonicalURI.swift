import FeedModel

/// Whether an id has the one form that RFC 4287, section 4.2.6.1, asks for. Ids are compared
/// character by character.
enum CanonicalURI {
  /// What is not as it should be, and where.
  static func offence(_ bytes: UnsafeBufferPointer<UInt8>, _ syntax: IRISyntax) -> (String, Int)? {
    guard let scheme = syntax.scheme else { return nil }
    if let place = firstUpper(bytes, scheme) { return ("the scheme is not in lower case", place) }
    if let host = syntax.host, let offence = offence(inAuthority: host, bytes, syntax) {
      return offence
    }
    if syntax.host != nil || bytes[syntax.path].first == 0x2F,
      let place = dotSegment(bytes, syntax.path)
    {
      return ("its path has a segment of dots", place)
    }
    return offenceInEncoding(bytes)
  }

  private static func offence(
    inAuthority host: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ syntax: IRISyntax
  ) -> (String, Int)? {
    if let place = firstUpper(bytes, host) { return ("the host is not in lower case", place) }
    let standard: (port: StaticString, isWeb: Bool)? =
      if ASCII.hasPrefix("http:", in: bytes, at: 0) {
        ("80", true)
      } else if ASCII.hasPrefix(
        "https:",
        in: bytes,
        at: 0
      ) { ("443", true) } else if ASCII.hasPrefix("ftp:", in: bytes, at: 0) { ("21", false) } else {
        nil
      }
    if let port = syntax.port {
      if port.isEmpty { return ("a colon without a port follows the host", host.upperBound) }
      if let standard, standard.port.withUTF8Buffer({ bytes[port].elementsEqual($0) }) {
        return ("it has the port that the scheme has anyway", host.upperBound)
      }
    }
    if host.lowerBound > 0, bytes[host.lowerBound - 1] == 0x40, host.lowerBound > 2,
      bytes[host.lowerBound - 2] == 0x2F || isEmptyPassword(bytes, host.lowerBound)
    {
      return ("a user without a name stands before the host", host.lowerBound - 1)
    }
    if let last = host.last, bytes[last] == 0x2E, host.count > 1,
      bytes[host.dropLast()].contains(0x2E)
    {
      return ("the host ends with a dot", last)
    }
    if standard?.isWeb ?? false, syntax.path.isEmpty {
      return ("no “/” follows the host", syntax.path.lowerBound)
    }
    return nil
  }

  /// `//:@`: neither a name nor a password.
  private static func isEmptyPassword(_ bytes: UnsafeBufferPointer<UInt8>, _ host: Int) -> Bool {
    host > 3 && bytes[host - 2] == 0x3A && bytes[host - 3] == 0x2F
  }

  private static func firstUpper(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x25 { index += 2 } else if bytes[index] &- 0x41 < 26 { return index }
      index += 1
    }
    return nil
  }

  private static func dotSegment(_ bytes: UnsafeBufferPointer<UInt8>, _ path: Range<Int>) -> Int? {
    var start = path.lowerBound
    while start < path.upperBound {
      var end = start
      while end < path.upperBound, bytes[end] != 0x2F { end += 1 }
      let length = end - start
      if (1...2).contains(length), bytes[start..<end].allSatisfy({ $0 == 0x2E }) { return start }
      start = end + 1
    }
    return nil
  }

  private static func offenceInEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> (String, Int)? {
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      if bytes[index] == 0xCC || bytes[index] == 0xCD, index > 0, index + 1 < bytes.count {
        if isDecomposed(bytes[index - 1], bytes[index], bytes[index + 1]) {
          return ("a letter and its accent are two characters", index - 1)
        }
      }
      guard let high = encodedByte(bytes, index) else { continue }
      if bytes[index + 1] &- 0x61 < 6 || bytes[index + 2] &- 0x61 < 6 {
        return ("a percent-encoded byte is in lower case", index)
      }
      if isUnreserved(high) { return ("“\(Unicode.Scalar(high))” is percent-encoded", index) }
      if high == 0xCC || high == 0xCD, index > 0, let low = encodedByte(bytes, index + 3),
        isDecomposed(bytes[index - 1], high, low)
      {
        return ("a letter and its accent are two characters", index - 1)
      }
    }
    return nil
  }

  private static func encodedByte(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == 0x25, ASCII.isHexDigit(bytes[index + 1]),
      ASCII.isHexDigit(bytes[index + 2])
    else { return nil }
    return value(bytes[index + 1]) << 4 | value(bytes[index + 2])
  }

  private static func value(_ digit: UInt8) -> UInt8 {
    ASCII.isDigit(digit) ? digit & 0x0F : (digit & 0x0F) &+ 9
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E
  }

  /// Whether an ASCII letter and a combining mark (U+0300 to U+036F, in UTF-8) are one character in
  /// normalization form C.
  private static func isDecomposed(_ letter: UInt8, _ first: UInt8, _ second: UInt8) -> Bool {
    guard ASCII.isLetter(letter), second & 0xC0 == 0x80,
      let mark = Unicode.Scalar(UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F))
    else { return false }
    var pair = String(Unicode.Scalar(letter))
    pair.unicodeScalars.append(mark)
    // Strings are equal if they are canonically equivalent.
    for range: ClosedRange<UInt32> in [0xC0...0x233, 0x1E00...0x1EFF] {
      for value in range {
        if let scalar = Unicode.Scalar(value), String(Character(scalar)) == pair { return true }
      }
    }
    return false
  }
}
