import FeedModel
import FeedXML

extension XMLFeedChecker {
  /// Begins a text construct, and says how what stands in it is read.
  func startTextConstruct(_ definition: ElementDefinition, _ tag: borrowing XMLStartTag)
    -> Frame.Mode
  {
    var type = ""
    var mode = ""
    var source = false
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.namespace == nil else { continue }
      if attribute.name.isNamed("type") { type = attribute.string }
      if attribute.name.isNamed("mode") { mode = attribute.string }
      if attribute.name.isNamed("src") { source = true }
    }
    var construct: TextConstruct
    switch definition.content {
    case .atomContent:
      construct = TextConstruct(contentType: type, isExternal: source)
      checkContentType(type, isExternal: source, tag)
    case .atom03Content:
      construct = TextConstruct(type: type, mode: mode)
    case .mediaText:
      construct = TextConstruct(mediaType: type)
    default:
      construct = TextConstruct(textType: type)
      checkTextType(type, tag)
    }
    construct.typePosition = tag.position(ofAttribute: "type")?.value
    textConstruct = construct
    switch construct.kind {
    case .text, .html, .otherText, .base64, .external: return .text
    case .xhtml, .xml: return .xhtml
    }
  }

  private func checkTextType(_ type: String, _ tag: borrowing XMLStartTag) {
    guard !type.isEmpty, !["text", "html", "xhtml"].contains(type) else { return }
    let rule: Rule = type.contains("/") ? .textTypeInvalid : .mediaTypeInvalid
    reportType(rule, "is \(Excerpt.quote(type)), but may be text, html or xhtml only", tag)
  }

  private func checkContentType(
    _ type: String,
    isExternal: Bool,
    _ tag: borrowing XMLStartTag
  ) {
    if isExternal {
      if type.isEmpty {
        report(
          Finding(
            rule: .contentTypeMissing,
            message: "content has a src, but no type",
            position: tag.position,
            element: tag.name.qualifiedName,
            attribute: "type"
          )
        )
      } else if ["text", "html", "xhtml"].contains(type) {
        reportType(
          .mediaTypeInvalid,
          "is \(Excerpt.quote(type)), but with a src it must be a media type",
          tag
        )
      } else {
        checkMediaType(tag)
      }
      return
    }
    guard !type.isEmpty, !["text", "html", "xhtml"].contains(type) else { return }
    let lower = type.lowercased()
    if lower.hasPrefix("multipart/") || lower.hasPrefix("message/") {
      reportType(
        .mediaTypeInvalid,
        "is \(Excerpt.quote(type)), a composite type, which content must not be",
        tag
      )
      return
    }
    checkMediaType(tag)
  }

  private func checkMediaType(_ tag: borrowing XMLStartTag) {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.isNamed("type") else { continue }
      check(attribute, names.name(attribute.name), .mediaType, tag)
    }
  }

  private func reportType(_ rule: Rule, _ clause: String, _ tag: borrowing XMLStartTag) {
    let element = tag.name.qualifiedName
    report(
      Finding(
        rule: rule,
        message: "type of \(element) \(clause)",
        position: tag.position(ofAttribute: "type")?.value ?? tag.position,
        element: element,
        attribute: "type"
      )
    )
  }

  /// Ends a text construct.
  func finishTextConstruct(of frame: Frame) {
    guard let construct = textConstruct else { return }
    defer { textConstruct = nil }
    switch construct.kind {
    case .external:
      if !isBlank {
        report(
          Finding(
            rule: .contentNotEmpty,
            message: "\(frame.name.qualified) has text although its src says where its content is",
            position: text.position(of: trimmedText().1) ?? frame.position,
            element: frame.name.qualified
          )
        )
      }
      return
    case .xhtml:
      finishXHTML(construct, frame)
      return
    case .xml:
      return
    case .text, .html, .otherText, .base64:
      break
    }
    guard !isBlank else {
      if !frame.hasStrayElement { reportBlank(frame) }
      return
    }
    switch construct.kind {
    case .html:
      check(.html, frame)
      if construct.isWholeDocument { checkDocument(frame) }
    case .base64:
      check(.base64, frame)
      checkDecodedHTML(frame)
    case .otherText: break
    default: check(.undeclaredText, frame)
    }
  }

  private func finishXHTML(_ construct: TextConstruct, _ frame: Frame) {
    if construct.descendants == 0, construct.children == construct.divisions, !isBlank,
      HTMLMarkup.isEscapedMarkup(text.bytes)
    {
      report(
        Finding(
          rule: .xhtmlNotInline,
          message: "\(frame.name.qualified) says that it is XHTML, but its markup is escaped",
          position: text.position(of: trimmedText().1) ?? frame.position,
          element: frame.name.qualified
        )
      )
    }
    text.bytes.withUnsafeBufferPointer { bytes in
      MisdecodedText.check(bytes) { found in
        report(
          Finding(
            rule: found.rule,
            message: "\(frame.name.qualified) \(found.message)",
            position: text.position(of: found.offset) ?? frame.position,
            element: frame.name.qualified
          )
        )
      }
    }
    guard construct.children != 1 || construct.divisions != 1 else {
      reportTextBesideDivision(construct, frame)
      return
    }
    if construct.children == 0, isBlank {
      reportBlank(frame)
      return
    }
    report(
      Finding(
        rule: .xhtmlDivisionMissing,
        message: construct.divisions == 0
          ? "\(frame.name.qualified) has no div of XHTML around its markup"
          : "\(frame.name.qualified) has more than a div of XHTML",
        position: frame.position,
        element: frame.name.qualified
      )
    )
  }

  /// Text directly in a construct of XHTML, whose one child is a `div`.
  func noteTextBesideDivision(_ frame: Frame, _ piece: XMLTextPiece) {
    guard let construct = textConstruct, construct.kind == .xhtml, frame.definition != nil,
      construct.children == 0 ? construct.textBefore == nil : construct.textBehind == nil,
      let first = piece.bytes.firstIndex(where: { !XMLFeedChecker.isSpace($0) })
    else { return }
    let position = (reader?.position(of: piece) ?? frame.position)
      .advanced(over: piece.bytes[..<first])
    if construct.children == 0 {
      textConstruct?.textBefore = position
    } else {
      textConstruct?.textBehind = position
    }
  }

  private func reportTextBesideDivision(_ construct: TextConstruct, _ frame: Frame) {
    if let position = construct.textBefore {
      report(
        Finding(
          rule: .xhtmlDivisionMissing,
          message: "\(frame.name.qualified) has text before its div, where readers do not look",
          position: position,
          element: frame.name.qualified
        )
      )
    }
    if let position = construct.textBehind {
      report(
        Finding(
          rule: .textUnexpected,
          message: "\(frame.name.qualified) has text behind its div, where readers do not look",
          position: position,
          element: frame.name.qualified
        )
      )
    }
  }

  /// In Atom 0.3 the media types are for fragments, too.
  private var isAtom1: Bool {
    kind != .atom(version: "0.3") && kind != .atomEntry(version: "0.3")
  }

  /// The media types of HTML are for whole documents.
  private func checkWholeness(_ name: ElementNames.Name, _ tag: borrowing XMLStartTag) {
    guard let content = frames.last else { return }
    if name.local == "html", name.written != Vocabularies.xhtml, textConstruct?.isHTML ?? false {
      report(
        Finding(
          rule: .xhtmlNamespaceWrong,
          message: "\(name.qualified) is the root of a document of XHTML, but not in its namespace",
          position: tag.position,
          element: name.qualified
        )
      )
    }
    guard name.written == Vocabularies.xhtml, name.local != "html" else { return }
    report(
      Finding(
        rule: .htmlFragment,
        message: "\(content.name.qualified) is a document of XHTML by its type, but begins with "
          + name.qualified,
        position: textConstruct?.typePosition ?? tag.position,
        element: content.name.qualified
      )
    )
  }

  /// An element below a text construct that holds XHTML.
  func startXHTML(
    _ name: ElementNames.Name,
    _ tag: borrowing XMLStartTag,
    ordinal: Int
  ) {
    let isChild = frames.last?.definition != nil
    if isChild {
      textConstruct?.children += 1
      if name.written == Vocabularies.xhtml, name.local == "div" {
        textConstruct?.divisions += 1
      }
    } else {
      textConstruct?.descendants += 1
    }
    if name.written == Vocabularies.xhtml, tag.name.prefix != nil, !hasToldOfPrefix {
      hasToldOfPrefix = true
      report(
        Finding(
          rule: .namespacePrefixAvoidable,
          message: "XHTML's elements have the prefix \(name.qualified.prefix { $0 != ":" })",
          position: tag.position,
          element: name.qualified
        )
      )
    }
    let isOther = textConstruct?.kind == .xml
    if isOther, isChild, textConstruct?.children == 1, isAtom1 {
      checkWholeness(name, tag)
    }
    let isStray = !isOther && !isChild && isOfFeeds(name)
    push(
      name,
      tag,
      element: nil,
      role: .plain,
      mode: isOther || isStray ? .ignored : .xhtml,
      ordinal: ordinal
    )
    if isStray { reportStray(name, tag) } else if !isOther { checkXHTML(name, tag) }
  }

  /// `text/html` is for whole documents, `html` for what stands in a page.
  private func checkDocument(_ frame: Frame) {
    let isDocument = text.bytes.withUnsafeBufferPointer { HTMLMarkup.isDocument($0) }
    guard !isDocument else { return }
    report(
      Finding(
        rule: .htmlFragment,
        message: "\(frame.name.qualified) is a document of HTML by its type, but only a fragment",
        position: textConstruct?.typePosition ?? frame.position,
        element: frame.name.qualified,
        attribute: "type"
      )
    )
  }

  /// Base64 hides nothing from a reader that decodes it.
  private func checkDecodedHTML(_ frame: Frame) {
    guard textConstruct?.isHTML ?? false, text.bytes.count < 1 << 20,
      let html = Base64.decode(text.bytes)
    else { return }
    let context = ValueContext(now: settings.now, hasBase: frame.hasBase)
    html.withUnsafeBufferPointer { html in
      ValueType.html.check(html, context) { found in
        report(
          Finding(
            rule: found.rule,
            message: "\(frame.name.qualified), decoded, \(found.message)",
            position: text.position(of: 0) ?? frame.position,
            element: frame.name.qualified,
            help: found.help
          )
        )
      }
    }
  }
}
