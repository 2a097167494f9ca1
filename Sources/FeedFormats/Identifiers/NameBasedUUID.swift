/// UUIDs that follow from a name: version 5.
///
/// Specification: RFC 9562 section 5.5.
struct NameBasedUUID {
  private let bytes: [UInt8]

  /// The UUID for a name in a namespace, which is a UUID itself, given as its 16 bytes.
  init(_ name: String, namespace: [UInt8]) {
    var bytes = Array(SHA1.digest(of: namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  /// The UUID in lower case, with hyphens.
  var string: String {
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
