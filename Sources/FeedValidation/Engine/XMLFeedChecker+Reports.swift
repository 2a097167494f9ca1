import FeedModel
import FeedXML

/// The words of the findings that vocabularies lead to.
extension XMLFeedChecker {
  func reportDuplicate(_ definition: ElementDefinition) {
    guard let frame = frames.last else { return }
    let parent = frames.count > 1 ? frames[frames.count - 2].name.qualified : "the document"
    report(
      Finding(
        rule: definition.duplicateRule ?? .elementDuplicate,
        message: "\(parent) has a second \(frame.name.qualified); it may have one",
        position: frame.position,
        element: frame.name.qualified
      )
    )
  }

  func reportMissing(_ child: RequiredChild, in frame: Frame) {
    report(
      Finding(
        rule: child.rule,
        message: "\(frame.name.qualified) has no \(prefix(of: frame))\(child.name)",
        position: frame.position,
        element: child.name,
        help: child.rule.id == Rule.elementMissing.id ? ElementForms.help(child, in: frame) : nil
      )
    )
  }

  /// What the names of an element's own children begin with.
  private func prefix(of frame: Frame) -> Substring {
    frame.name.qualified.dropLast(frame.name.local.count)
  }

  func reportMissing(
    _ attributes: [(AttributeDefinition, Rule)],
    in definition: ElementDefinition,
    _ tag: borrowing XMLStartTag
  ) {
    let element = names.name(tag.name)
    let findings = attributes.map { attribute, rule in
      Finding(
        rule: rule,
        message: "\(element.qualified) has no attribute \(attribute.name)",
        position: tag.position,
        element: element.qualified,
        attribute: attribute.name,
        help: rule.id == Rule.attributeMissing.id
          ? ElementForms.help(attribute, of: element.local) : nil
      )
    }
    if keep(attributes, of: definition) {
      pending[frames.count]?.findings = findings
    } else {
      for finding in findings { report(finding) }
    }
  }

  func reportMisplaced(
    _ name: ElementNames.Name,
    _ element: VocabularyIndex.Element,
    _ tag: borrowing XMLStartTag
  ) {
    let parent = frames.last?.name.qualified ?? "the document"
    var places: [String] = []
    for case let word? in element.definition.places.map(\.word) where !places.contains(word) {
      places.append(word)
    }
    let rule: Rule = name.namespace == Vocabularies.xhtml ? .xhtmlMisplaced : .elementUndefined
    let elsewhere = places.isEmpty ? "" : "; it belongs in \(places.joined(separator: " or "))"
    frames.last?.followUps.append((rule, tag.position))
    report(
      Finding(
        rule: rule,
        message: "\(name.qualified) does not belong in \(parent)\(elsewhere)",
        position: tag.position,
        element: name.qualified,
        help: translation(of: name)
      )
    )
  }

  func reportUndefined(
    _ name: ElementNames.Name,
    _ vocabulary: Vocabulary,
    _ tag: borrowing XMLStartTag
  ) {
    let parent = frames.last
    if name.namespace == Vocabularies.xhtml {
      report(
        Finding(
          rule: .xhtmlMisplaced,
          message:
            "\(name.qualified) is XHTML, which \(parent?.name.qualified ?? "a feed") may not hold",
          position: tag.position,
          element: name.qualified
        )
      )
      return
    }
    var help = translation(of: name)
    if help == nil, let parent {
      let candidates = index.names(in: name.namespace, parent: parent.parent)
      if let near = NearestWord.to(name.local, among: candidates) {
        let prefix = name.qualified.dropLast(name.local.count)
        help = "Write \(prefix)\(near) if that is what is meant."
      }
    }
    let whose =
      vocabulary.prefix.isEmpty
      ? "RSS"
      : vocabulary.namespace == Vocabularies.atom ? "Atom" : "the namespace \(vocabulary.namespace)"
    report(
      Finding(
        // Of a draft of RSS; today the name is known from HTML.
        rule: name.local == "blink" && name.namespace.isEmpty ? .blinkUndefined : .elementUndefined,
        message: "\(name.qualified) is no element of \(whose)",
        position: tag.position,
        element: name.qualified,
        help: help
      )
    )
  }

  /// What to write for the name of another format.
  private func translation(of name: ElementNames.Name) -> String? {
    guard let parent = frames.last else { return nil }
    return MixedUpNames.help(
      name.local,
      prefix: name.qualified.dropLast(name.local.count),
      in: parent.role,
      namespace: name.namespace
    )
  }

  func reportUnknownNamespace(_ name: ElementNames.Name, at position: SourcePosition) {
    if name.written == Vocabularies.atom03 {
      report(
        Finding(
          rule: .versionObsolete,
          message: "\(name.qualified) is of Atom 0.3, a draft that Atom 1.0 replaced in 2005",
          position: position,
          element: name.qualified,
          help: "Write elements of Atom 1.0, whose namespace is \(Vocabularies.atom)."
        )
      )
      return
    }
    if name.written.isEmpty {
      report(
        Finding(
          rule: .namespaceMissing,
          message: "\(name.qualified) is in no namespace",
          position: position,
          element: name.qualified
        )
      )
      return
    }
    if let known = KnownNamespaces.shared.entry(of: name.namespace) {
      report(
        Finding(
          rule: .namespaceUnsupported,
          message:
            "\(name.qualified) is of the namespace \(known.prefix), which is not looked into",
          position: position,
          element: name.qualified
        )
      )
      return
    }
    report(
      Finding(
        rule: .namespaceUnknown,
        message: "\(name.qualified) is of a namespace that is not known here: \(name.written)",
        position: position,
        element: name.qualified
      )
    )
  }

  func reportStrayText(
    _ frame: Frame,
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
    at position: SourcePosition
  ) {
    report(
      Finding(
        rule: frame.definition.map(\.content.holdsNothing) == true
          ? .elementNotEmpty : .textUnexpected,
        message: "\(frame.name.qualified) has text where none belongs: "
          + Excerpt.quote(bytes.prefix(80)),
        position: position,
        element: frame.name.qualified
      )
    )
  }

  /// An empty element says what to do by whether it may be left out.
  private static let helpForRequired = "Fill it; the format requires it."

  func reportBlank(_ frame: Frame) {
    let parent = frames.count > 1 ? frames[frames.count - 2] : nil
    let isRequired =
      frame.name.namespace == parent?.name.namespace
      && parent?.definition?.required.contains { $0.name == frame.name.local } ?? false
    report(
      Finding(
        rule: frame.definition?.blankRule ?? .elementBlank,
        message: "\(frame.name.qualified) is empty",
        position: frame.position,
        element: frame.name.qualified,
        help: isRequired ? Self.helpForRequired : "Fill the element, or leave it out."
      )
    )
  }

  func reportBlank(
    _ rule: Rule,
    attribute: ElementNames.Name,
    isRequired: Bool,
    _ tag: borrowing XMLStartTag
  ) {
    let element = names.name(tag.name).qualified
    report(
      Finding(
        rule: rule,
        message: "\(attribute.qualified) of \(element) is empty",
        position: tag.position(ofAttribute: attribute.qualified)?.value ?? tag.position,
        element: element,
        attribute: attribute.qualified,
        help: isRequired ? Self.helpForRequired : "Fill the attribute, or leave it out."
      )
    )
  }

  func reportUnexpected(
    _ name: ElementNames.Name,
    _ definition: ElementDefinition,
    _ tag: borrowing XMLStartTag
  ) {
    guard var rule = definition.unknownAttributeRule else { return }
    let element = names.name(tag.name).qualified
    var help: String?
    let lower = name.local.lowercased()
    if definition.attributes.contains(where: { $0.name.lowercased() == lower }) {
      rule = .attributeUnexpected
    }
    if let near = NearestWord.to(name.local, among: definition.attributes.map(\.name)) {
      help = "Write \(near) if that is what is meant; names of attributes have case."
    }
    report(
      Finding(
        rule: rule,
        message: "\(element) has no attribute named \(name.qualified)",
        position: tag.position(ofAttribute: name.qualified)?.name ?? tag.position,
        element: element,
        attribute: name.qualified,
        help: help
      )
    )
  }

  func reportElementInText(
    _ name: ElementNames.Name,
    in frame: Frame,
    _ tag: borrowing XMLStartTag
  ) {
    // Text and elements side by side: an RDF parser stops there.
    let rule: Rule =
      kind.format == .rdf && !isBlank
      ? .rdfMixedContent : isHTML(frame) ? .markupNotEscaped : .elementUndefined
    // Of HTML it is the very mistake, and the tags that are not closed come of it.
    if !isHTML(frame) { frame.followUps.append((rule, tag.position)) }
    report(
      Finding(
        rule: rule,
        message: "\(frame.name.qualified) has the element \(name.qualified) where text belongs",
        position: tag.position,
        element: name.qualified,
        help: helpForElement(in: frame)
      )
    )
  }

  private func helpForElement(in frame: Frame) -> String? {
    switch frame.definition?.content {
    case .text?, .optionalText?:
      return "Take the tags out, and leave the text."
    case .textConstruct?, .atomContent?:
      guard textConstruct?.kind == .text else { return nil }
      return """
        Escape the markup and write type="html", or write type="xhtml" and put it into \
        <div xmlns="http://www.w3.org/1999/xhtml">.
        """
    default: return nil
    }
  }

  private func isHTML(_ frame: Frame) -> Bool {
    switch frame.definition?.content {
    case .html?: true
    case .textConstruct?, .atomContent?, .atom03Content?, .mediaText?: textConstruct?.kind == .html
    default: false
    }
  }

  func reportDocumentType(name: String, publicID: String?, systemID: String?) {
    // Netscape's for RSS 0.91 was the custom once, and all parsers know better than to load it.
    if let publicID, publicID.contains("Netscape") || publicID.contains("RSS 0.91") {
      hasEntitiesOfHTML = true
      if publicID.contains("0.91") { netscapeType = reader?.currentPosition ?? .start }
      if let systemID, systemID.contains("my.netscape.com") {
        report(
          Finding(
            rule: .documentTypeRetired,
            message:
              "the document type is said to be at \(Excerpt.quote(systemID)), where it is no more",
            position: reader?.currentPosition ?? .start
          )
        )
      }
      return
    }
    report(
      Finding(
        rule: .documentType,
        message: "has a document type declaration" + (name.isEmpty ? "" : " for \(name)"),
        position: reader?.currentPosition ?? .start
      )
    )
  }

  /// What stands before the root, where that says too much or too little.
  func reportProlog(_ tag: borrowing XMLStartTag) {
    if let version = reader?.version, version != "1.0" {
      report(
        Finding(
          rule: .xmlVersionUnsupported,
          message: "the document is XML \(version), which few parsers read",
          position: .start
        )
      )
    }
    if let netscapeType, kind.format == .rss, kind != .rss(version: "0.91") {
      report(
        Finding(
          rule: .documentTypeOfOtherVersion,
          message: "the document type is that of RSS 0.91, but this is another version",
          position: netscapeType
        )
      )
    }
  }
}

extension ElementContent {
  /// Whether neither text nor elements stand in it.
  var holdsNothing: Bool {
    if case .empty = self { true } else { false }
  }
}

extension Place {
  /// The place in words.
  fileprivate var word: String? {
    switch self {
    case .element(let name): name
    case .role(let role): role == .document ? nil : role.word
    }
  }
}

extension Role {
  fileprivate var word: String {
    switch self {
    case .document: "the document"
    case .rss: "rss"
    case .rdf: "rdf:RDF"
    case .channel, .rdfChannel: "channel"
    case .feed: "feed"
    case .item, .rdfItem: "item"
    case .entry: "entry"
    case .source: "source"
    case .image: "image"
    case .textInput: "textInput"
    case .person: "author"
    case .geometry: "georss:where"
    case .mediaPlace: "media:location"
    case .link: "link"
    case .rdfItems: "items"
    case .opml: "opml"
    case .head: "head"
    case .body: "body"
    case .outline: "outline"
    case .plain: "its own place"
    }
  }
}
