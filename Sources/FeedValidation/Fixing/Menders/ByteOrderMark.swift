extension Mender {
  /// Three bytes that JSON has no use for (RFC 8259, section 8.1).
  static let byteOrderMark = Mender(rules: ["json-byte-order-mark"]) { _, _, document in
    guard document.json != nil, document.text.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    return TextFix("remove the byte order mark", 0..<3, [])
  }
}
