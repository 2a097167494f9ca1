/// The five components of a URI or relative reference as byte ranges (RFC 3986 section 3 and
/// appendix B). Nothing is copied or decoded; any bytes are accepted, as RFC 3987 IRIs are.
public struct URLReference: Sendable {
  /// Without the colon; nil for a relative reference.
  public var scheme: Range<Int>?
  /// Without the two slashes; nil when there are none, empty for `file:///x`.
  public var authority: Range<Int>?
  /// May be empty.
  public var path: Range<Int>
  /// Without the question mark.
  public var query: Range<Int>?
  /// Without the number sign.
  public var fragment: Range<Int>?

  /// Splits bytes.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var position = 0
    if let colon = Self.schemeLength(bytes) {
      scheme = 0..<colon
      position = colon + 1
    }
    if position + 1 < count, bytes[position] == .slash, bytes[position + 1] == .slash {
      let start = position + 2
      position = start
      while position < count, !bytes[position].endsAuthority { position += 1 }
      authority = start..<position
    }
    let pathStart = position
    while position < count, bytes[position] != .questionMark, bytes[position] != .numberSign {
      position += 1
    }
    path = pathStart..<position
    if position < count, bytes[position] == .questionMark {
      let start = position + 1
      while position < count, bytes[position] != .numberSign { position += 1 }
      query = start..<position
    }
    if position < count { fragment = (position + 1)..<count }
  }

  /// The number of bytes before the colon that ends a scheme (RFC 3986 section 3.1), nil when the
  /// bytes start with none.
  static func schemeLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = bytes.first, first.isASCIILetter else { return nil }
    var index = 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == .colon { return index }
      guard byte.isSchemeByte else { return nil }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  static var slash: UInt8 { 0x2F }
  static var colon: UInt8 { 0x3A }
  static var questionMark: UInt8 { 0x3F }
  static var numberSign: UInt8 { 0x23 }
  static var dot: UInt8 { 0x2E }
  static var percent: UInt8 { 0x25 }

  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isHexDigit: Bool { isASCIIDigit || (self | 0x20) &- 0x61 < 6 }
  var isSchemeByte: Bool {
    isASCIILetter || isASCIIDigit || self == 0x2B || self == 0x2D || self == .dot
  }
  var endsAuthority: Bool { self == .slash || self == .questionMark || self == .numberSign }
  /// Tab, line feed or carriage return: what the URL standard removes from inside a URL.
  var isTabOrNewline: Bool { self == 0x09 || self == 0x0A || self == 0x0D }
}
