import FeedModel
import FeedXML

/// Attributes that any element may have: `xml:base` and `xml:lang`.
extension XMLFeedReader {
  /// The base of an element. Of a document that has thousands, the first count.
  func base(of tag: borrowing XMLStartTag, in outer: Int) -> Int {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.isNamed("base"),
        attribute.name.prefix != nil, attribute.name.qualifiedName == "xml:base"
      else { continue }
      let context = base(outer) ?? arena.defaultBase
      let reference = attribute.string
      guard let found = BaseURL(context?.resolve(reference) ?? reference) else { return outer }
      // Entries have the same base again and again.
      if let known = bases.suffix(4).lastIndex(of: found) { return known }
      guard bases.count < 10_000 else { return outer }
      bases.append(found)
      return bases.count - 1
    }
    return outer
  }

  func base(_ index: Int) -> BaseURL? {
    index >= 0 ? bases[index] : nil
  }

  func readLanguage(of tag: borrowing XMLStartTag, _ draft: Draft) {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.isNamed("lang"),
        attribute.name.qualifiedName == "xml:lang"
      else { continue }
      guard let text = attribute.string.trimmingSpaces().unlessEmpty else { continue }
      let position = tag.position(ofAttribute: "xml:lang")?.value ?? tag.position
      let language = LanguageTag.read(text) { notes.add(.value, "xml:lang", $0, at: position) }
      draft.language.offer(language, rank: 50)
    }
  }
}
