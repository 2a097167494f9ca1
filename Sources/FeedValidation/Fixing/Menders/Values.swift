extension Mender {
  /// Values of which it is certain what they have to be: the finding says it. What entries are known
  /// by stays as it is, or readers would show them again.
  static let values = Mender(rules: valueRules) { finding, offset, document in
    guard let value = finding.replacement, !isIdentity(finding) else { return nil }
    let summary = "write \(document.quote(Array(value.utf8)))"
    if let json = document.json {
      return json.string(at: offset).map { TextFix(summary, $0, document.spelling.json(value)) }
    }
    guard let xml = document.xml, let index = xml.index(of: offset) else { return nil }
    switch xml.tokens[index].kind {
    case .startTag, .emptyTag:
      guard let name = finding.attribute, let attribute = xml.attribute(name, of: index),
        attribute.value.lowerBound <= offset, offset <= attribute.value.upperBound
      else { return nil }
      let quote = document.text[attribute.value.upperBound]
      return TextFix(
        summary,
        attribute.value,
        document.spelling.attribute(value, quote: quote)
      )
    case .text, .cdata:
      guard finding.attribute == nil else { return nil }
      return ElementText(xml, around: index).flatMap {
        $0.isKnownBy ? nil : TextFix(summary, $0.range, $0.spell(value, document.spelling))
      }
    default: return nil
    }
  }

  private static let valueRules = [
    "boolean-attribute-invalid", "contact-format", "coordinates-comma", "country-code-invalid",
    "date-letter-case", "date-not-iso8601", "date-not-rfc3339", "date-not-rfc822",
    "date-not-w3cdtf", "date-spacing", "date-with-comment", "date-wrong-weekday",
    "date-year-two-digits", "duration-invalid", "hour-24", "itunes-category-unknown",
    "itunes-explicit-outdated", "itunes-yes-invalid", "json-version-unknown", "language-invalid",
    "language-subtag-unregistered", "link-relation-unregistered", "media-credit-role-unknown",
    "media-text-type-invalid", "media-type-invalid", "media-type-misnamed",
    "namespace-lost", "namespace-media-misspelt", "namespace-misspelt",
    "namespace-wiki-obsolete", "number-not-decimal", "self-relative", "text-contains-html",
    "truth-value-invalid", "url-attribute-invalid", "url-character", "url-encoding",
    "url-escaped-twice", "url-invalid",
    "url-not-ascii", "whitespace-around-value", "word-letter-case", "yes-no-clean-invalid",
    "yes-or-no-invalid",
  ]

  /// Whether a finding is about an id, or a reference to one.
  private static func isIdentity(_ finding: Diagnostic) -> Bool {
    let name = finding.element?.split(separator: ":").last.map(String.init) ?? ""
    guard let attribute = finding.attribute else {
      return ["guid", "id", "identifier"].contains(name)
    }
    return ["ref", "about", "resource"].contains(attribute.split(separator: ":").last ?? "")
  }
}

/// The text that an element is made of, as written: plain, or one CDATA section.
struct ElementText {
  /// Its bytes.
  let range: Range<Int>
  /// Whether readers may know an item by it: the link of one without a guid.
  let isKnownBy: Bool
  private let isCDATA: Bool

  /// `nil` where anything else stands in the element.
  init?(_ xml: XMLSource, around index: Int) {
    var first = index
    while first > 0, [.text, .cdata].contains(xml.tokens[first - 1].kind) { first -= 1 }
    var last = index
    while last + 1 < xml.tokens.count, [.text, .cdata].contains(xml.tokens[last + 1].kind) {
      last += 1
    }
    guard first > 0, xml.tokens[first - 1].kind == .startTag, xml.isTag(first - 1),
      last + 1 < xml.tokens.count, xml.tokens[last + 1].kind == .endTag, xml.isTag(last + 1),
      xml.name(first - 1).elementsEqual(xml.name(last + 1))
    else { return nil }
    let sections = (first...last).filter { xml.tokens[$0].kind == .cdata }
    if sections.isEmpty {
      isCDATA = false
    } else {
      let isAlone = (first...last).allSatisfy { index in
        xml.tokens[index].kind == .cdata
          || xml.text[xml.tokens[index].range].allSatisfy(XMLSource.isSpace)
      }
      guard sections.count == 1, isAlone else { return nil }
      isCDATA = true
    }
    range = xml.tokens[first].range.lowerBound..<xml.tokens[last].range.upperBound
    isKnownBy =
      xml.name(first - 1).elementsEqual("link".utf8) && !Self.hasGuid(xml, around: first - 1)
  }

  /// A value in the manner of the one that is there.
  func spell(_ value: String, _ spelling: Spelling) -> [UInt8] {
    guard isCDATA, let text = spelling.cdata(value) else { return spelling.text(value) }
    return Array("<![CDATA[".utf8) + text + Array("]]>".utf8)
  }

  /// Whether the item around a link has a guid; a channel needs none.
  private static func hasGuid(_ xml: XMLSource, around link: Int) -> Bool {
    var start = link
    while start > 0 {
      start -= 1
      guard [.startTag, .endTag].contains(xml.tokens[start].kind) else { continue }
      if xml.isNamed(start, "item") {
        guard xml.tokens[start].kind == .startTag else { return true }
        break
      }
      if xml.isNamed(start, "channel") { return true }
    }
    for index in start..<xml.tokens.count {
      let kind = xml.tokens[index].kind
      if kind == .startTag, xml.name(index).elementsEqual("guid".utf8) { return true }
      if kind == .endTag, xml.isNamed(index, "item") { return false }
    }
    return true
  }
}
