import FeedModel

/// IRIs of Atom documents (RFC 3987), made from whatever a post has.
public enum AtomIRI {
  /// The `atom:id` for the id of a post or feed (RFC 4287 section 4.2.6: an absolute IRI).
  ///
  /// An IRI is its own. Anything else becomes a name below `urn:tidings:`, different for different
  /// ids, which `originalID` turns back.
  public static func id(for id: String) -> String {
    guard !URI.isAbsolute(id) || hasForbidden(id) else { return id }
    var encoded = Array(prefix.utf8)
    for byte in id.utf8 {
      // RFC 8141 section 2: a name does not begin with a slash.
      let isFirst = encoded.count == prefix.utf8.count
      let isSlash = byte == UInt8(ascii: "/")
      append(byte, escaping: !isUnreserved(byte) || (isFirst && isSlash), to: &encoded)
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The id that `id(for:)` was given, from what it made of it.
  public static func originalID(of iri: String) -> String {
    guard iri.hasPrefix(prefix) else { return iri }
    let encoded = Array(iri.utf8.dropFirst(prefix.utf8.count))
    var bytes: [UInt8] = []
    var index = 0
    while index < encoded.count {
      if encoded[index] == UInt8(ascii: "%"), index + 2 < encoded.count,
        let high = digit(encoded[index + 1]), let low = digit(encoded[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(encoded[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The id of what is read: the original one, unless that is no id. Another program may have made one
  /// up that looks like ours.
  static func idAsRead(_ iri: String) -> String {
    let id = originalID(of: iri)
    return id.utf8.allSatisfy { $0 <= 0x20 } ? iri : id
  }

  /// An IRI reference for an address: characters of all scripts stay, those that no IRI holds are
  /// percent-encoded.
  static func reference(_ address: String) -> String {
    guard hasForbidden(address) else { return URI.escapingMisplaced(address) }
    var encoded: [UInt8] = []
    for scalar in address.unicodeScalars {
      let isForbidden = isForbidden(scalar)
      for byte in scalar.utf8 { append(byte, escaping: isForbidden, to: &encoded) }
    }
    return URI.escapingMisplaced(String(decoding: encoded, as: UTF8.self))
  }

  private static let prefix = "urn:tidings:"

  private static func hasForbidden(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: isForbidden)
  }

  /// Section 2.2: neither reserved, nor unreserved, nor `ucschar` or `iprivate`.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0x9F: true
    case 0xFDD0...0xFDEF, 0xFFF0...0xFFFF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// RFC 3986 section 2.3, and what RFC 8141 allows in names beside: the slash, the at sign, the
  /// colon.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "@"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private static func append(_ byte: UInt8, escaping: Bool, to output: inout [UInt8]) {
    guard escaping else {
      output.append(byte)
      return
    }
    let digits: StaticString = "0123456789ABCDEF"
    output.append(UInt8(ascii: "%"))
    output.append(digits.utf8Start[Int(byte >> 4)])
    output.append(digits.utf8Start[Int(byte & 15)])
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
