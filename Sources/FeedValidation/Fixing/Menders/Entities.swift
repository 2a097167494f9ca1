import FeedXML

extension Mender {
  /// HTML's names for characters: the characters, or their numbers where nobody would see them.
  static let entities = Mender(rules: ["xml-entity-undefined"]) { _, offset, document in
    guard let xml = document.xml, let index = xml.index(of: offset),
      [.text, .startTag, .emptyTag].contains(xml.tokens[index].kind),
      document.text[offset] == UInt8(ascii: "&"),
      let length = document.text[offset...].prefix(64).firstIndex(of: UInt8(ascii: ";")),
      // Declared in a part of the document that is not read here.
      !xml.declaresEntities
    else { return nil }
    let name = document.text[(offset + 1)..<length]
    let range = offset..<(length + 1)
    let characters = name.withUnsafeBufferPointer {
      HTMLCharacterReferences.characters(named: $0[...])
    }
    guard let characters else {
      let written = "&amp;" + String(decoding: name, as: UTF8.self) + ";"
      return TextFix("write “\(written)”", range, Array(written.utf8))
    }
    var output: [UInt8] = []
    for scalar in String(decoding: characters, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": output += Array("&quot;".utf8)
      case "'": output += Array("&#39;".utf8)
      default: output += document.spelling.visible(scalar)
      }
    }
    return TextFix("write \(document.quote(output))", range, output)
  }
}
