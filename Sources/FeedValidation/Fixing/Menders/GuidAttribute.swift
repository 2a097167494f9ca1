extension Mender {
  /// A guid that is no URL keeps its text, or readers would show every item again.
  static let guidAttribute = Mender(rules: ["guid-not-url", "guid-not-permalink"]) {
    finding,
    offset,
    document in
    guard let xml = document.xml, var index = xml.index(of: offset) else { return nil }
    // The finding points into the text; the tag is before it.
    while index > 0, xml.tokens[index].kind != .startTag {
      guard [.text, .cdata].contains(xml.tokens[index].kind) else { return nil }
      index -= 1
    }
    guard xml.isTag(index), xml.name(index).elementsEqual("guid".utf8) else { return nil }
    let summary = "add isPermaLink=\"false\""
    if xml.attributes(index).contains(where: { $0.name == "isPermaLink" }) {
      guard let attribute = xml.attribute("isPermaLink", of: index) else { return nil }
      return TextFix("write isPermaLink=\"false\"", attribute.value, Array("false".utf8))
    }
    let end = xml.endOfAttributes(index)
    return TextFix(summary, end..<end, Array(" isPermaLink=\"false\"".utf8))
  }
}
