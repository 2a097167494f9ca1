import FeedModel
import FeedXML

extension XMLFeedChecker {
  static let xml = "http://www.w3.org/XML/1998/namespace"

  /// Holds a start tag's attributes against an element's definition.
  func checkAttributes(of element: VocabularyIndex.Element, _ tag: borrowing XMLStartTag) {
    let definition = element.definition
    var missing: [(AttributeDefinition, Rule)] = []
    for expected in definition.attributes where expected.isRequired {
      var isThere = false
      for index in 0..<tag.attributeCount {
        guard let attribute = tag.attribute(index) else { continue }
        let name = names.name(attribute.name)
        if name.local == expected.name, name.namespace == expected.namespace {
          isThere = true
          break
        }
      }
      if !isThere, let rule = expected.missingRule { missing.append((expected, rule)) }
    }
    if !missing.isEmpty { reportMissing(missing, in: definition, tag) }
    for number in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(number) else { continue }
      let name = names.name(attribute.name)
      if let expected = definition.attributes.first(where: {
        $0.name == name.local && $0.namespace == name.namespace
      }) {
        check(attribute, name, expected, tag)
      } else if name.namespace == XMLFeedChecker.xml {
        checkXMLAttribute(attribute, name, tag)
      } else if name.namespace.isEmpty {
        reportUnexpected(name, definition, tag)
      } else {
        checkForeign(attribute, name, element, tag)
      }
    }
  }

  private func check(
    _ attribute: XMLStartTag.Attribute,
    _ name: ElementNames.Name,
    _ expected: AttributeDefinition,
    _ tag: borrowing XMLStartTag
  ) {
    if attribute.value.allSatisfy(XMLFeedChecker.isSpace) {
      if let rule = expected.blankRule {
        reportBlank(rule, attribute: name, isRequired: expected.isRequired, tag)
      }
      return
    }
    check(attribute, name, expected.type ?? .anyText, tag)
  }

  /// Holds an attribute's value against a type.
  func check(
    _ attribute: XMLStartTag.Attribute,
    _ name: ElementNames.Name,
    _ type: ValueType,
    _ tag: borrowing XMLStartTag
  ) {
    let hasBase = frames.last?.hasBase ?? false
    var found: [ValueFinding] = []
    type.check(attribute.value, ValueContext(now: settings.now, hasBase: hasBase)) {
      found.append($0)
    }
    guard !found.isEmpty else { return }
    let element = names.name(tag.name).qualified
    for finding in found {
      let byte = min(max(finding.offset, 0), attribute.value.count)
      report(
        Finding(
          rule: finding.rule,
          message: "\(name.qualified) of \(element) \(finding.message)",
          position: tag.position(ofAttribute: name.qualified, valueByte: byte) ?? tag.position,
          element: element,
          attribute: name.qualified,
          help: help(of: finding),
          replacement: finding.replacement
        )
      )
    }
  }

  private func checkXMLAttribute(
    _ attribute: XMLStartTag.Attribute,
    _ name: ElementNames.Name,
    _ tag: borrowing XMLStartTag
  ) {
    switch name.local {
    case "lang":
      // An empty one takes the language of what is around it back (XML 1.0, section 2.12).
      if !attribute.value.isEmpty { check(attribute, name, .language, tag) }
    case "base":
      check(attribute, name, .iriReference, tag)
    default: break
    }
  }

  /// An attribute of another namespace: fine if that has it.
  private func checkForeign(
    _ attribute: XMLStartTag.Attribute,
    _ name: ElementNames.Name,
    _ element: VocabularyIndex.Element,
    _ tag: borrowing XMLStartTag
  ) {
    guard let vocabulary = index.vocabulary(name.namespace) else { return }
    if let expected = vocabulary.attributes.first(where: { $0.name == name.local }) {
      check(attribute, name, expected, tag)
    } else if vocabulary.namespace == element.vocabulary.namespace,
      let expected = element.definition.attributes.first(where: { $0.name == name.local })
    {
      // `itunes:href` on `itunes:image`: readers look for `href`.
      check(attribute, name, expected, tag)
    } else {
      reportUnexpected(name, element.definition, tag)
    }
  }

  /// Whether relative references below a tag have a base. Atom's are relative to the feed's own
  /// address (RFC 4287, section 2); RSS has no base but `xml:base`.
  func hasBase(_ tag: borrowing XMLStartTag) -> Bool {
    if let parent = frames.last, parent.hasBase { return true }
    return kind.format == .atom || xmlBase(tag) != nil
  }

  /// The base that `xml:base` gives to a tag and what is in it.
  func base(_ tag: borrowing XMLStartTag) -> String? {
    let outer = frames.last?.base
    guard let own = xmlBase(tag) else { return outer }
    if let outer, let url = BaseURL(outer) { return url.resolve(own) }
    if case .address(let address) = settings.location, let url = BaseURL(address) {
      return url.resolve(own)
    }
    return own
  }

  private func xmlBase(_ tag: borrowing XMLStartTag) -> String? {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.isNamed("base") else { continue }
      if names.name(attribute.name).namespace == XMLFeedChecker.xml { return attribute.string }
    }
    return nil
  }
}
