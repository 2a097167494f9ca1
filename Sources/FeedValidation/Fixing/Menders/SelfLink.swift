import FeedModel

extension Mender {
  /// The link of a feed to itself, where its address is known.
  static let selfLink = Mender(rules: ["self-missing"]) { _, offset, document in
    guard case .address(let address) = document.location,
      address.hasPrefix("https://") || address.hasPrefix("http://"), URI.isAbsolute(address),
      let xml = document.xml, let feed = xml.index(of: offset), xml.isTag(feed),
      xml.tokens[feed].kind == .startTag
    else { return nil }
    switch document.kind {
    case .rss: return SelfLink(document, xml, feed, address).inRSS()
    case .atom(version: "1.0"): return SelfLink(document, xml, feed, address).inAtom()
    default: return nil
    }
  }
}

/// Writes a feed's link to itself.
private struct SelfLink {
  private let document: MendedDocument
  private let xml: XMLSource
  private let feed: Int
  private let address: String

  init(_ document: MendedDocument, _ xml: XMLSource, _ feed: Int, _ address: String) {
    self.document = document
    self.xml = xml
    self.feed = feed
    self.address = address
  }

  func inRSS() -> TextFix? {
    guard let root = xml.tokens.firstIndex(where: { $0.kind == .startTag }), xml.isTag(root),
      xml.name(root).elementsEqual("rss".utf8), xml.name(feed).elementsEqual("channel".utf8)
    else { return nil }
    let declared = xml.attributes(root) + xml.attributes(feed)
    let known = declared.first {
      $0.name.hasPrefix("xmlns:")
        && document.text[$0.value].elementsEqual(Vocabularies.atom.utf8)
    }
    if let known { return inserting("\(known.name.dropFirst("xmlns:".count)):link", "rss", []) }
    let free = ["atom", "atom10", "a10"].first { prefix in
      !declared.contains { $0.name == "xmlns:" + prefix }
    }
    guard let free else { return nil }
    let end = xml.endOfAttributes(root)
    let declaration = Array(" xmlns:\(free)=\"\(Vocabularies.atom)\"".utf8)
    return inserting("\(free):link", "rss", [TextEdit(end..<end, declaration)])
  }

  func inAtom() -> TextFix? {
    let name = String(decoding: xml.name(feed), as: UTF8.self)
    guard name.hasSuffix("feed") else { return nil }
    return inserting(name.dropLast("feed".count) + "link", "atom", [])
  }

  private func inserting(_ name: String, _ type: String, _ edits: [TextEdit]) -> TextFix? {
    let href = document.spelling.attribute(address, quote: UInt8(ascii: "\""))
    var element = Array("<\(name) rel=\"self\" type=\"application/\(type)+xml\" href=\"".utf8)
    element += href
    element += Array("\"/>".utf8)
    let (place, space) = self.place()
    return TextFix("add a link to \(address)", edits + [TextEdit(place..<place, space + element)])
  }

  /// Where the link goes: behind the last link or title before the entries; and what is before those.
  private func place() -> (offset: Int, space: [UInt8]) {
    var best: (start: Int, end: Int)?
    var index = feed + 1
    while index < xml.tokens.count, xml.tokens[index].kind != .endTag {
      guard [.startTag, .emptyTag].contains(xml.tokens[index].kind) else {
        index += 1
        continue
      }
      guard !xml.isNamed(index, "item"), !xml.isNamed(index, "entry"), let end = xml.end(of: index)
      else { break }
      if xml.isNamed(index, "link") || best == nil && xml.isNamed(index, "title") {
        best = (index, end)
      }
      index = end + 1
    }
    guard let best else {
      return (xml.tokens[feed].range.upperBound, space(before: feed + 1, isFirst: true))
    }
    return (xml.tokens[best.end].range.upperBound, space(before: best.start, isFirst: false))
  }

  /// The line break and indentation before a token.
  private func space(before index: Int, isFirst: Bool) -> [UInt8] {
    let index = isFirst ? index : index - 1
    guard xml.tokens.indices.contains(index), xml.tokens[index].kind == .text else { return [] }
    let text = document.text[xml.tokens[index].range]
    guard text.allSatisfy(XMLSource.isSpace),
      let feed = text.lastIndex(where: { $0 == 0x0A || $0 == 0x0D })
    else { return [] }
    let hasReturn =
      document.text[feed] == 0x0A && feed > text.startIndex
      && document.text[feed - 1] == 0x0D
    return Array(text[(hasReturn ? feed - 1 : feed)...])
  }
}
