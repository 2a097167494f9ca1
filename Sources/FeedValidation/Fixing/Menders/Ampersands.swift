extension Mender {
  /// Ampersands and `<` that begin nothing: read as themselves, written as references.
  static let ampersands = Mender(rules: ["xml-not-well-formed"]) { _, offset, document in
    guard let xml = document.xml, let index = xml.index(of: offset) else { return nil }
    switch (document.text[offset], xml.tokens[index].kind) {
    case (UInt8(ascii: "&"), .text), (UInt8(ascii: "&"), .startTag), (UInt8(ascii: "&"), .emptyTag):
      guard !xml.isReference(at: offset) else { return nil }
      return TextFix("write “&amp;”", offset..<(offset + 1), Array("&amp;".utf8))
    case (UInt8(ascii: "<"), .text):
      return TextFix("write “&lt;”", offset..<(offset + 1), Array("&lt;".utf8))
    default: return nil
    }
  }
}

extension XMLSource {
  /// Whether an ampersand begins what XML takes for a reference, to a character that it allows or not.
  fileprivate func isReference(at ampersand: Int) -> Bool {
    var index = ampersand + 1
    while index < text.count, index < ampersand + 40 {
      switch text[index] {
      case UInt8(ascii: ";"): return index > ampersand + 1
      case UInt8(ascii: "#") where index == ampersand + 1: break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        break
      default: return false
      }
      index += 1
    }
    return false
  }
}
