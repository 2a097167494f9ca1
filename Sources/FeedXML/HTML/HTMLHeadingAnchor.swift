/// Links that site generators put into headings, to the headings themselves.
enum HTMLHeadingAnchor {
  /// The classes that markdown-it-anchor, Sphinx, MkDocs, Docusaurus, Gatsby, GitHub and others give
  /// them.
  private static let classes: Set<[UInt8]> = Set(
    """
    anchor anchor-link anchorjs-link direct-link hash-link header-anchor header-link headeranchor \
    headerlink heading-anchor heading-link permalink toc-anchor zola-anchor
    """.split(separator: " ").map { Array($0.utf8) }
  )

  /// Whether the attributes of an `a` in a heading are those of such a link.
  static func isAnchor(
    _ attributes: [HTMLAttribute],
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var hasClass = false
    var isHidden = false
    var href: [UInt8]?
    for attribute in attributes {
      if attribute.key == classKey {
        hasClass =
          hasClass
          || bytes[attribute.value].split(whereSeparator: HTMLBytes.isWhitespace)
            .contains { classes.contains(Array($0)) }
      } else if attribute.key == ariaHiddenKey {
        isHidden = HTMLNameKey(bytes[attribute.value]) == trueKey
      } else if attribute.key == hrefKey, href == nil {
        var decoded: [UInt8] = []
        HTMLCharacterReferences.decode(bytes, attribute.value, inAttribute: true, into: &decoded)
        href = decoded
      }
    }
    if hasClass {
      guard let href, !HTMLURLs.isDangerous(href, isNavigation: true) else { return true }
      return href.contains(0x23)
    }
    return isHidden && href?.first == 0x23
  }

  /// Whether text that shows has a letter or a digit: `#`, `¶` and `🔗` have none.
  static func hasWords(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let text = HTMLText.plain(UnsafeBufferPointer(rebasing: bytes[range]), maximumCharacters: nil)
    return text.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  private static let classKey = HTMLNameKey("class")
  private static let ariaHiddenKey = HTMLNameKey("aria-hidden")
  private static let hrefKey = HTMLNameKey("href")
  private static let trueKey = HTMLNameKey("true")
}

extension HTMLCleaningPass {
  /// Removes the link when it is one of a heading to itself, and only its tags when it wraps the
  /// heading's words; false when it is another link.
  mutating func headingAnchor(_ token: HTMLToken) -> Bool {
    guard let headingStart, HTMLHeadingAnchor.isAnchor(tokenizer.attributes, in: bytes),
      case .closed(let contentEnd, let end) = extent(of: token)
    else { return false }
    report.headingAnchors += 1
    finder.charge(end - headingStart)
    let wrapsWords =
      HTMLHeadingAnchor.hasWords(bytes, token.end..<contentEnd)
      && !HTMLHeadingAnchor.hasWords(bytes, headingStart..<token.start)
      && !HTMLHeadingAnchor.hasWords(bytes, end..<headingEnd(from: end))
    if wrapsWords {
      skip(to: token.end)
      if contentEnd < end { droppedEndTag = contentEnd }
    } else {
      skipElement(token, to: end)
    }
    return true
  }

  private mutating func headingEnd(from start: Int) -> Int {
    var reader = HTMLTokenizer(bytes, at: start, foreignDepth: 0, listsAttributes: false)
    while reader.advance() {
      if reader.token.kind == .endTag, reader.token.element.traits.contains(.heading) { break }
    }
    finder.charge(reader.token.end - start)
    return max(start, reader.token.start)
  }
}
