import FeedXML

extension HTMLInspector {
  /// Looks at the attributes of the last start tag.
  mutating func inspectAttributes(_ verdict: HTMLVerdict) {
    for index in tokenizer.attributes.indices {
      let attribute = tokenizer.attributes[index]
      let concern = attribute.concern
      switch concern {
      case .none:
        continue
      case .eventHandler:
        switch EventHandlers.likeness(attribute.name, in: bytes) {
        case .handler:
          problems.add(.eventHandler, subject(attribute), at: attribute.name.lowerBound)
        case .similar:
          problems.add(.likeHandler, subject(attribute), at: attribute.name.lowerBound)
        case .none: continue
        }
      case .link, .source:
        inspectURL(
          attribute,
          isLink: concern == .link && !verdict.contains(.media),
          isJudged: verdict.contains(.active)
        )
      case .sourceSet:
        inspectSourceSet(attribute)
      case .style:
        inspectStyle(attribute)
      }
    }
  }

  /// - Parameter isJudged: whether the element has to go anyway, so that what it refers to does not
  ///   matter.
  private mutating func inspectURL(_ attribute: HTMLAttribute, isLink: Bool, isJudged: Bool) {
    switch HTMLURLKind.kind(of: attribute.value, in: bytes, isLink: isLink) {
    case .absolute, .internalReference:
      return
    case .relative:
      if !hasBase, !isJudged { report(.relativeURL, attribute, at: attribute.value.lowerBound) }
    case .script:
      report(.scriptURL, attribute, at: attribute.value.lowerBound)
    }
  }

  private mutating func inspectSourceSet(_ attribute: HTMLAttribute) {
    guard
      let (kind, offset) = HTMLURLKind.firstNotAbsolute(inSourceSet: attribute.value, of: bytes)
    else { return }
    if kind == .script {
      report(.scriptURL, attribute, at: offset)
    } else if !hasBase {
      report(.relativeURL, attribute, at: offset)
    }
  }

  private mutating func report(_ kind: HTMLProblems.Kind, _ attribute: HTMLAttribute, at start: Int)
  {
    problems.add(
      kind,
      subject(attribute),
      at: start,
      detail: Excerpt.quote(bytes[start..<attribute.value.upperBound])
    )
  }

  private mutating func inspectStyle(_ attribute: HTMLAttribute) {
    let value = attribute.value
    guard bytes[value].contains(0x26) else {
      inspect(UnsafeBufferPointer(rebasing: bytes[value])) { value.lowerBound + $0 }
      return
    }
    HTMLReferences.decodedAttribute(value, in: bytes).withUnsafeBufferPointer { css in
      inspect(css) { _ in value.lowerBound }
    }
  }

  private mutating func inspect(_ css: UnsafeBufferPointer<UInt8>, offset: (Int) -> Int) {
    StyleInspector.inspect(css) { finding, range in
      problems.add(
        finding == .dangerous ? .dangerousStyle : .strippedStyle,
        "",
        at: offset(range.lowerBound),
        detail: Excerpt.quote(css[range])
      )
    }
  }

  private func subject(_ attribute: HTMLAttribute) -> String {
    "\(HTMLProblems.shortened(bytes[attribute.name])) of \(name())"
  }
}
