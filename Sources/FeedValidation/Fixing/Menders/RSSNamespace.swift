extension Mender {
  /// The default namespace of an rss element, which RSS never had.
  static let rssNamespace = Mender(rules: ["namespace-wrong"]) { _, offset, document in
    guard let xml = document.xml, let index = xml.index(of: offset),
      xml.tokens[index].kind == .startTag, xml.name(index).elementsEqual("rss".utf8),
      let attribute = xml.attribute("xmlns", of: index),
      FeedRoot.rssNamespaces.contains(
        String(decoding: document.text[attribute.value], as: UTF8.self)
      )
    else { return nil }
    var start = attribute.nameRange.lowerBound
    while start > 0, XMLSource.isSpace(document.text[start - 1]) { start -= 1 }
    return TextFix("remove the namespace", start..<(attribute.value.upperBound + 1), [])
  }
}
