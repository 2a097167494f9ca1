/// A URI or IRI reference held against the grammar of RFC 3986 and RFC 3987: its components as byte
/// ranges, and where it first breaks the grammar in each of a few ways. Any bytes are accepted.
package struct IRISyntax: Sendable {
  /// A place where the components do not have the form that the grammar gives them.
  package enum Flaw: Sendable, Equatable {
    /// A colon in the first segment, and no scheme before it.
    case scheme
    /// The port is not a number up to 65535, or there is more than one colon.
    case port
    /// A host in brackets is no IPv6 address.
    case ipLiteral
  }

  /// Without the colon; nil for a relative reference.
  package let scheme: Range<Int>?
  /// Without the `@`.
  package let userInfo: Range<Int>?
  /// With the brackets of an IPv6 address; nil without an authority, empty in `file:///x`.
  package let host: Range<Int>?
  /// Without the colon; empty in `http://a:/`.
  package let port: Range<Int>?
  /// May be empty.
  package let path: Range<Int>
  /// Without the question mark.
  package let query: Range<Int>?
  /// Without the number sign.
  package let fragment: Range<Int>?

  /// The first character that has to be percent-encoded where it stands.
  package private(set) var forbidden: Int?
  /// The first percent sign without two hexadecimal digits.
  package private(set) var percent: Int?
  /// The second number sign.
  package private(set) var numberSign: Int?
  /// The first byte of the first character that is not ASCII, which IRIs have and URIs have not.
  package private(set) var nonASCII: Int?
  /// The first flaw, and where it is.
  package private(set) var flaw: (kind: Flaw, offset: Int)?

  /// Reads a reference. White space around it is part of it.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let parts = URLReference(bytes)
    scheme = parts.scheme
    path = parts.path
    query = parts.query
    fragment = parts.fragment
    let authority = parts.authority.map { Authority($0, bytes) }
    userInfo = authority?.userInfo
    host = authority?.host
    port = authority?.port
    flaw = authority?.flaw
    if scheme == nil, authority == nil,
      let colon = bytes[path].firstIndex(of: .colon),
      !bytes[path.lowerBound..<colon].contains(.slash)
    {
      flaw = (.scheme, colon)
    }
    forbidden = authority?.secondAt
    scan(bytes, literal: authority?.isLiteral ?? false ? authority?.host : nil)
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, literal: Range<Int>?) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isPlain(byte) {
        index &+= 1
        continue
      }
      var width = 1
      switch byte {
      case .percent:
        let isEncoding =
          index + 2 < bytes.count && bytes[index + 1].isHexDigit && bytes[index + 2].isHexDigit
        if !isEncoding, percent == nil { percent = index }
      case .numberSign:
        if let fragment, index >= fragment.lowerBound, numberSign == nil { numberSign = index }
      case 0x5B, 0x5D:
        if !(literal?.contains(index) ?? false) { forbid(index) }
      case 0x80...:
        if nonASCII == nil { nonASCII = index }
        let scalar = UTF8Scalar(bytes, at: index)
        width = scalar.width
        if !scalar.isAllowedInIRI { forbid(index) }
      default:
        forbid(index)
      }
      index += width
    }
  }

  private mutating func forbid(_ index: Int) {
    if index < forbidden ?? .max { forbidden = index }
  }

  // Unreserved and reserved characters of RFC 3986 but `#`, `[` and `]`, one bit each: those up to
  // `?`, and those from `@` on.
  private static var low: UInt64 { 0xAFFF_FFD2_0000_0000 }
  private static var high: UInt64 { 0x47FF_FFFE_87FF_FFFF }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 0x80 && ((byte < 64 ? low : high) &>> UInt64(byte & 63)) & 1 == 1
  }
}

/// What stands between the slashes of a URL.
private struct Authority {
  var userInfo: Range<Int>?
  var host: Range<Int>
  var port: Range<Int>?
  var isLiteral = false
  var secondAt: Int?
  var flaw: (kind: IRISyntax.Flaw, offset: Int)?

  init(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    var start = range.lowerBound
    if let at = bytes[range].lastIndex(of: 0x40) {
      userInfo = start..<at
      secondAt = bytes[start..<at].firstIndex(of: 0x40)
      start = at + 1
    }
    host = start..<range.upperBound
    if start < range.upperBound, bytes[start] == 0x5B {
      isLiteral = true
      let close = bytes[host].firstIndex(of: 0x5D) ?? range.upperBound - 1
      host = start..<close + 1
      if !IPAddress.isLiteral(bytes[host]) { flaw = (.ipLiteral, start) }
      guard close + 1 < range.upperBound else { return }
      guard bytes[close + 1] == .colon else {
        flaw = flaw ?? (.ipLiteral, close + 1)
        return
      }
      setPort(close + 2..<range.upperBound, bytes)
      return
    }
    guard let colon = bytes[host].lastIndex(of: .colon) else { return }
    host = start..<colon
    setPort(colon + 1..<range.upperBound, bytes)
    if let first = bytes[host].firstIndex(of: .colon) { flaw = (.port, first) }
  }

  private mutating func setPort(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    port = range
    var number = 0
    for index in range {
      guard bytes[index].isASCIIDigit else {
        flaw = flaw ?? (.port, index)
        return
      }
      number = min(number * 10 + Int(bytes[index] - 0x30), 100_000)
    }
    if number > 65_535 { flaw = flaw ?? (.port, range.lowerBound) }
  }
}

/// A character in UTF-8 as IRIs see it.
private struct UTF8Scalar {
  /// How many bytes it has; 1 for a byte that begins none.
  let width: Int
  /// Whether RFC 3987 lets it stand in an IRI (sections 2.2 and 4.1).
  let isAllowedInIRI: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let lead = bytes[index]
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: length = 0
    }
    guard length > 0, index + length <= bytes.count else {
      width = 1
      isAllowedInIRI = false
      return
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for next in bytes[index + 1..<index + length] {
      guard next & 0xC0 == 0x80 else {
        width = 1
        isAllowedInIRI = false
        return
      }
      value = value << 6 | UInt32(next & 0x3F)
    }
    width = length
    switch value {
    // C1 controls, marks of writing direction, noncharacters and the replacement character.
    case 0x80...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0xD800...0xDFFF, 0xFDD0...0xFDEF,
      0xFFF0...0xFFFF:
      isAllowedInIRI = false
    default: isAllowedInIRI = value & 0xFFFE != 0xFFFE
    }
  }
}
