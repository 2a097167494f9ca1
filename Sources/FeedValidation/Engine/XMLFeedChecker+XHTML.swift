import FeedXML

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension XMLFeedChecker {
  /// Judges an element below a construct that holds XHTML.
  func checkXHTML(_ name: ElementNames.Name, _ tag: borrowing XMLStartTag) {
    guard let vocabulary = XHTMLPolicy.Vocabulary(namespace: name.written) else {
      checkOther(name, tag)
      return
    }
    let element = UnsafeBufferPointer(start: tag.name.local, count: length(of: tag.name.local))
    XHTMLPolicy.checkElement(element, in: vocabulary) { found in
      report(
        Finding(
          rule: found.rule,
          message: "\(name.qualified) \(found.message)",
          position: tag.position,
          element: name.qualified,
          help: found.help
        )
      )
    }
    let context = ValueContext(now: settings.now, hasBase: frames.last?.hasBase ?? false)
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.namespace == nil else { continue }
      let local = attribute.name.local
      let attributeName = UnsafeBufferPointer(start: local, count: length(of: local))
      XHTMLPolicy.checkAttribute(
        attributeName,
        attribute.value,
        of: element,
        in: vocabulary,
        context
      ) {
        found in
        report(found, attribute, name, tag)
      }
    }
  }

  private func report(
    _ found: ValueFinding,
    _ attribute: XMLStartTag.Attribute,
    _ name: ElementNames.Name,
    _ tag: borrowing XMLStartTag
  ) {
    let qualified = attribute.name.qualifiedName
    let byte = min(max(found.offset, 0), attribute.value.count)
    let position =
      XHTMLPolicy.isAboutName(found)
      ? tag.position(ofAttribute: qualified)?.name
      : tag.position(ofAttribute: qualified, valueByte: byte)
    report(
      Finding(
        rule: found.rule,
        message: "\(qualified) of \(name.qualified) \(found.message)",
        position: position ?? tag.position,
        element: name.qualified,
        attribute: qualified,
        help: found.help
      )
    )
  }

  /// Elements of no namespace that HTML could have, and of namespaces that nobody knows.
  private func checkOther(_ name: ElementNames.Name, _ tag: borrowing XMLStartTag) {
    let isAtoms = name.namespace == Vocabularies.atom || name.written.isEmpty
    if isAtoms {
      let parent = frames.count > 1 ? frames[frames.count - 2] : nil
      guard parent?.definition != nil else { return }
      report(
        Finding(
          rule: .xhtmlNamespaceWrong,
          message: "\(name.qualified) stands where XHTML belongs, but is not in its namespace",
          position: tag.position,
          element: name.qualified
        )
      )
    } else if KnownNamespaces.shared.entry(of: name.written) == nil {
      reportForeign(name, tag)
    }
  }

  /// Whether an element of XHTML's is of no namespace, or of one that extends feeds: no page can hold
  /// those. SVG's metadata can be anything.
  func isOfFeeds(_ name: ElementNames.Name) -> Bool {
    if frames.last?.name.local == "metadata" { return false }
    if name.written.isEmpty { return true }
    return XHTMLPolicy.Vocabulary(namespace: name.written) == nil
      && index.vocabulary(name.namespace) != nil
  }

  func reportStray(_ name: ElementNames.Name, _ tag: borrowing XMLStartTag) {
    let isNowhere = name.written.isEmpty
    report(
      Finding(
        rule: isNowhere ? .namespaceMissing : .elementUndefined,
        message: isNowhere
          ? "\(name.qualified) stands in XHTML, but is in no namespace"
          : "\(name.qualified) stands in XHTML, which has no such element",
        position: tag.position,
        element: name.qualified
      )
    )
  }

  private func length(of text: UnsafePointer<UInt8>) -> Int {
    text.withMemoryRebound(to: CChar.self, capacity: 1) { Int(clamping: strlen($0)) }
  }
}
