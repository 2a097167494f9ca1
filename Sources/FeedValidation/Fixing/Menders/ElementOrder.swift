extension Mender {
  /// The description of an item and its content change places.
  static let elementOrder = Mender(rules: ["content-before-description"]) { _, offset, document in
    guard let xml = document.xml, let content = xml.index(of: offset),
      xml.isTag(content), xml.isNamed(content, "encoded"), let contentEnd = xml.end(of: content)
    else { return nil }
    var index = contentEnd + 1
    while index < xml.tokens.count {
      let kind = xml.tokens[index].kind
      if kind == .endTag { return nil }
      guard kind == .startTag || kind == .emptyTag else {
        index += 1
        continue
      }
      guard let end = xml.end(of: index) else { return nil }
      if xml.name(index).elementsEqual("description".utf8) {
        let first = xml.tokens[content].range.lowerBound..<xml.tokens[contentEnd].range.upperBound
        let second = xml.tokens[index].range.lowerBound..<xml.tokens[end].range.upperBound
        return TextFix(
          "put description first",
          [
            TextEdit(first, Array(document.text[second])),
            TextEdit(second, Array(document.text[first])),
          ]
        )
      }
      index = end + 1
    }
    return nil
  }
}
