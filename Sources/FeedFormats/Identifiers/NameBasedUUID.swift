/// UUIDs that follow from a name: version 5.
///
/// Specification: RFC 9562 section 5.5.
package struct NameBasedUUID {
  private let bytes: [UInt8]

  /// 6ba7b814-9dad-11d1-80b4-00c04fd430c8, for names in no other namespace (RFC 9562 section 6.6).
  package static let namespaceOfOthers: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x14, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]

  /// The UUID for a name in a namespace, which is a UUID itself, given as its 16 bytes.
  package init(_ name: String, namespace: [UInt8]) {
    var bytes = Array(SHA1.digest(of: namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  /// The UUID in lower case, with hyphens.
  package var string: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
