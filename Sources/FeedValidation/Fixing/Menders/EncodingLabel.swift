extension Mender {
  /// The registered name of the same encoding, in the XML declaration.
  static let encodingLabel = Mender(rules: ["encoding-unregistered"]) { finding, offset, document in
    guard let name = finding.replacement, let xml = document.xml,
      let index = xml.index(of: offset), xml.tokens[index].kind == .instruction,
      xml.text[xml.tokens[index].range].starts(with: "<?xml".utf8),
      [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(document.text[offset - 1])
    else { return nil }
    let label = document.text[offset...].prefix { $0 != document.text[offset - 1] }
    return TextFix("write “\(name)”", offset..<label.endIndex, Array(name.utf8))
  }
}
