import FeedModel

extension HTMLCleaningPass {
  /// Goes through the attributes of a start tag that is kept, and changes or drops those that need
  /// it.
  mutating func cleanAttributes(of token: HTMLToken) {
    if token.hasForbiddenCharacters {
      // `<s\u{C}cript>` is an `s` with an attribute, until an XML writer drops the form feed.
      dropAttributes(of: token)
      return
    }
    for index in tokenizer.attributes.indices {
      let attribute = tokenizer.attributes[index]
      guard attribute.name.count <= HTMLNameKey.exactLength,
        let traits = attributeTable[attribute.key]
      else {
        let isKept =
          hasPlainName(attribute) && !attribute.isEventHandler
          && (policy.keepsDataAttributes || !attribute.isDataAttribute)
        if !isKept { drop(attribute) }
        continue
      }
      if traits.contains(.url) {
        cleanURL(attribute, traits, of: token)
      } else if traits.contains(.sourceSet) {
        cleanSourceSet(attribute)
      } else if traits.contains(.identifier) {
        prefixIdentifier(attribute, of: token)
      } else if traits.contains(.removed) {
        drop(attribute)
      } else if traits.contains(.style) {
        if !policy.keepsStyleAttributes || HTMLURLs.isDangerousStyle(decoded(attribute)) {
          drop(attribute)
        }
      }
    }
    if let end = token.attributesEnd {
      flush(to: end)
      runStart = token.end - 1
    }
  }

  /// Other names may turn into dangerous ones when an XML writer drops a character, and `=x` becomes
  /// a value when the name before it goes.
  private func hasPlainName(_ attribute: HTMLAttribute) -> Bool {
    let first = bytes[attribute.name.lowerBound]
    return (HTMLBytes.isLetter(first) || first == 0x5F)
      && HTMLBytes.isPlainName(bytes, attribute.name)
  }

  mutating func dropAttributes(of token: HTMLToken) {
    report.removedAttributes += tokenizer.attributes.count
    flush(to: token.nameEnd)
    runStart = token.end - (token.isSelfClosing ? 2 : 1)
  }

  private mutating func drop(_ attribute: HTMLAttribute) {
    report.removedAttributes += 1
    flush(to: attribute.start)
    // What follows must not become part of what precedes.
    let next = attribute.end < bytes.count ? bytes[attribute.end] : 0x3E
    if next != 0x3E, !HTMLBytes.isWhitespace(next) { output.append(0x20) }
    runStart = attribute.end
  }

  private mutating func replaceValue(of attribute: HTMLAttribute, with value: [UInt8]) {
    flush(to: attribute.value.lowerBound)
    let needsQuotes = attribute.quote == .unquoted || attribute.quote == .noValue
    if attribute.quote == .noValue { output.append(0x3D) }
    if needsQuotes { output.append(0x22) }
    value.withUnsafeBufferPointer { HTMLAttributeEscaping.append($0, to: &output) }
    if needsQuotes { output.append(0x22) }
    runStart = attribute.value.upperBound
  }

  private func decoded(_ attribute: HTMLAttribute) -> [UInt8] {
    var decoded: [UInt8] = []
    HTMLCharacterReferences.decode(bytes, attribute.value, inAttribute: true, into: &decoded)
    return decoded
  }

  // MARK: URLs

  private mutating func cleanURL(
    _ attribute: HTMLAttribute,
    _ traits: HTMLAttributeTraits,
    of token: HTMLToken
  ) {
    if HTMLURLs.isPlainlyAbsolute(bytes, attribute.value) { return }
    let isNavigation =
      traits.contains(.navigation) && token.element.traits.isDisjoint(with: .media)
    decodedURL.removeAll(keepingCapacity: true)
    HTMLCharacterReferences.decode(bytes, attribute.value, inAttribute: true, into: &decodedURL)
    if HTMLURLs.isDangerous(decodedURL, isNavigation: isNavigation) {
      report.dangerousURLs += 1
      drop(attribute)
      return
    }
    // An empty source names nothing; an empty link names the post.
    if !traits.contains(.navigation), decodedURL.allSatisfy({ $0 <= 0x20 }) { return }
    let isFragment = decodedURL.first == 0x23
    // "#gradient" names a part of this drawing, not of the post's page.
    if isFragment, token.element.traits.contains(.svg) { return }
    var changes = false
    if isFragment, !anchorPrefix.isEmpty,
      HTMLURLs.isFootnoteIdentifier(decodedURL.dropFirst(), prefix: anchorPrefix)
    {
      decodedURL.insert(contentsOf: anchorPrefix, at: 1)
      changes = true
    }
    if let base {
      resolvedURL.removeAll(keepingCapacity: true)
      decodedURL.withUnsafeBufferPointer { base.resolve($0, into: &resolvedURL) }
      changes = changes || resolvedURL != decodedURL
      if changes { replaceValue(of: attribute, with: resolvedURL) }
    } else if changes {
      replaceValue(of: attribute, with: decodedURL)
    }
  }

  private mutating func cleanSourceSet(_ attribute: HTMLAttribute) {
    let source = decoded(attribute)
    let candidates = HTMLURLs.sourceSetURLs(source)
    let isDangerous = candidates.contains {
      HTMLURLs.isDangerous(source[$0], isNavigation: false)
    }
    if isDangerous {
      report.dangerousURLs += 1
      drop(attribute)
      return
    }
    guard let base else { return }
    resolvedURL.removeAll(keepingCapacity: true)
    var copied = 0
    source.withUnsafeBufferPointer { source in
      for candidate in candidates {
        resolvedURL.append(contentsOf: source[copied..<candidate.lowerBound])
        base.resolve(UnsafeBufferPointer(rebasing: source[candidate]), into: &resolvedURL)
        copied = candidate.upperBound
      }
      resolvedURL.append(contentsOf: source[copied...])
    }
    if resolvedURL != source { replaceValue(of: attribute, with: resolvedURL) }
  }

  // MARK: Identifiers

  private mutating func prefixIdentifier(_ attribute: HTMLAttribute, of token: HTMLToken) {
    guard !anchorPrefix.isEmpty, attribute.value.count >= 2 else { return }
    // "name" is an identifier on links only.
    if attribute.name.count == 4, !token.element.traits.contains(.anchor) { return }
    guard HTMLURLs.isFootnoteIdentifier(bytes[attribute.value], prefix: anchorPrefix) else {
      return
    }
    replaceValue(of: attribute, with: anchorPrefix + decoded(attribute))
  }
}
