import FeedXML

extension XMLFeedChecker {
  /// Holds the text of an element that ends against its type.
  func finishText(of frame: Frame) {
    if frame.mode == .ignored { finishExtension(frame) }
    guard let definition = frame.definition else { return }
    if isMixed(frame) { return }
    switch definition.content {
    case .text(let type):
      if isBlank {
        if !frame.hasStrayElement { reportBlank(frame) }
      } else {
        check(type, frame)
      }
    case .html:
      if !isBlank {
        check(isPlainByVersion(frame) ? .plainText : .html, frame)
      } else if !frame.hasStrayElement {
        reportBlank(frame)
      }
    case .optionalText(let type):
      if !isBlank { check(type, frame) }
    case .textConstruct, .atomContent, .atom03Content, .mediaText:
      finishTextConstruct(of: frame)
    case .elements, .empty, .xhtml, .anything:
      break
    }
  }

  /// RSS 0.91 has plain text where later versions have HTML.
  private func isPlainByVersion(_ frame: Frame) -> Bool {
    kind == .rss(version: "0.91") && frame.name.namespace.isEmpty
  }

  /// Whether the text gathered is nothing but white space.
  var isBlank: Bool {
    text.bytes.withUnsafeBufferPointer { $0.allSatisfy(XMLFeedChecker.isSpace) }
  }

  /// Holds the text gathered against a type.
  func check(_ type: ValueType, _ frame: Frame) {
    let context = ValueContext(
      now: settings.now,
      hasBase: frame.hasBase,
      hexadecimals: text.hexadecimals
    )
    text.bytes.withUnsafeBufferPointer { bytes in
      type.check(bytes, context) { found in
        report(
          Finding(
            rule: found.rule,
            message: "\(frame.name.qualified) \(found.message)",
            position: text.position(of: found.offset) ?? frame.position,
            element: frame.name.qualified,
            help: help(of: found),
            replacement: found.replacement
          )
        )
      }
    }
  }

  /// How much of a text checks are shown: ids, addresses and titles are shorter, and what is longer
  /// is content, which is not theirs to look at.
  private static let longestText = 4_096

  /// The text gathered without white space at its ends, and where that begins in it.
  func trimmedText() -> (String, Int) {
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.firstIndex(where: { !XMLFeedChecker.isSpace($0) }),
        let last = bytes.lastIndex(where: { !XMLFeedChecker.isSpace($0) })
      else { return ("", 0) }
      let end = min(last + 1, first + XMLFeedChecker.longestText)
      return (String(decoding: bytes[first..<end], as: UTF8.self), first)
    }
  }

  /// An element where text belongs.
  func startInText(
    _ name: ElementNames.Name,
    _ tag: borrowing XMLStartTag,
    ordinal: Int
  ) {
    let last = frames.count - 1
    if isNode(name) {
      frames[last].hasStrayElement = true
    } else if !frames[last].hasStrayElement {
      frames[last].hasStrayElement = true
      reportElementInText(name, in: frames[last], tag)
    }
    push(name, tag, element: nil, role: .plain, mode: .ignored, ordinal: ordinal)
  }
}
