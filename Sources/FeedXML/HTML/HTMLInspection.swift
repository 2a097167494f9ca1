/// What the validator asks of tags and attributes: the cleaner's tables, without its decisions.
extension HTMLToken {
  /// The element's number in ``HTMLElementNumbers``; 0 for names that no table lists.
  package var elementNumber: UInt8 { element.id }
}

extension HTMLTokenizer {
  /// Whether the last token stands in `svg` or `math`.
  package var isInForeignContent: Bool { foreignDepth > 0 }
}

/// The elements that are known, as small numbers.
package enum HTMLElementNumbers {
  /// The number of a name; 0 for one that no table lists.
  package static func number(of name: some Sequence<UInt8>) -> UInt8 {
    HTMLElements.table[HTMLNameKey(name)]?.id ?? 0
  }

  /// The numbers of all elements that never have an end tag.
  package static func void() -> [UInt8] { numbers(with: .void) }
  /// The numbers of all elements whose end tag may be left out.
  package static func optionalEnd() -> [UInt8] { numbers(with: .optionalEnd) }

  private static func numbers(with trait: HTMLElementTraits) -> [UInt8] {
    HTMLElements.all.filter { $0.traits.contains(trait) }.map(\.id)
  }
}

extension HTMLAttribute {
  /// What has to be looked at in an attribute.
  package enum Concern: UInt8, Sendable {
    /// Nothing.
    case none
    /// It runs code when something happens: `onclick` and its like.
    case eventHandler
    /// Its value is a URL that is followed, such as a link's.
    case link
    /// Its value is a URL that is loaded, such as an image's.
    case source
    /// Its value is a list of URLs: `srcset`.
    case sourceSet
    /// Its value is a list of CSS declarations.
    case style
  }

  /// See ``Concern``.
  package var concern: Concern { HTMLAttribute.concern(key, length: name.count) }

  /// The concern of an attribute by its name.
  package static func concern(of name: UnsafeBufferPointer<UInt8>) -> Concern {
    concern(HTMLNameKey(name), length: name.count)
  }

  private static func concern(_ key: HTMLNameKey, length: Int) -> Concern {
    // `on` alone is no handler.
    if key.low & 0xFFFF == 0x6E6F { return length > 2 ? .eventHandler : .none }
    guard length <= HTMLNameKey.exactLength, let traits = HTMLAttributeTraits.table[key] else {
      return .none
    }
    if traits.contains(.url) { return traits.contains(.navigation) ? .link : .source }
    if traits.contains(.sourceSet) { return .sourceSet }
    return traits.contains(.style) ? .style : .none
  }
}

/// What the value of an attribute is as a URL.
package enum HTMLURLKind: Sendable {
  /// It has a scheme.
  case absolute
  /// It needs a base.
  case relative
  /// A place in the same text (`#note`), or nothing.
  case internalReference
  /// Following or loading it may run code.
  case script

  /// Looks at a value whose references are not decoded.
  package static func kind(
    of value: Range<Int>,
    in bytes: UnsafeBufferPointer<UInt8>,
    isLink: Bool
  ) -> HTMLURLKind {
    if HTMLURLs.isPlainlyAbsolute(bytes, value) { return .absolute }
    let raw = UnsafeBufferPointer(rebasing: bytes[value])
    guard HTMLScan.index(of: 0x26, in: raw, from: 0) != nil else {
      return kind(of: raw, isLink: isLink)
    }
    var decoded: [UInt8] = []
    HTMLCharacterReferences.decode(bytes, value, inAttribute: true, into: &decoded)
    return decoded.withUnsafeBufferPointer { kind(of: $0, isLink: isLink) }
  }

  /// Looks at a URL as it is.
  package static func kind(of url: UnsafeBufferPointer<UInt8>, isLink: Bool) -> HTMLURLKind {
    if HTMLURLs.isDangerous(url, isNavigation: isLink) { return .script }
    var index = 0
    while index < url.count, url[index] <= 0x20 { index += 1 }
    guard index < url.count, url[index] != 0x23 else { return .internalReference }
    guard HTMLBytes.isLetter(url[index]) else { return .relative }
    while index < url.count {
      let byte = url[index]
      if byte == 0x3A { return .absolute }
      guard HTMLBytes.isPlainName(byte) || byte == 0x2B else { return .relative }
      index += 1
    }
    return .relative
  }

  /// The first URL of a `srcset` that is not absolute, and where it begins in the bytes.
  package static func firstNotAbsolute(
    inSourceSet value: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (kind: HTMLURLKind, offset: Int)? {
    var index = value.lowerBound
    let end = value.upperBound
    while true {
      while index < end, HTMLBytes.isWhitespace(bytes[index]) || bytes[index] == 0x2C {
        index += 1
      }
      guard index < end else { return nil }
      let start = index
      while index < end, !HTMLBytes.isWhitespace(bytes[index]) { index += 1 }
      var urlEnd = index
      while urlEnd > start, bytes[urlEnd - 1] == 0x2C { urlEnd -= 1 }
      let kind = kind(of: start..<urlEnd, in: bytes, isLink: false)
      if kind == .relative || kind == .script { return (kind, start) }
      if urlEnd < index { continue }
      while index < end, bytes[index] != 0x2C { index += 1 }
    }
  }
}

/// Character references of HTML, for those who ask whether there are any.
package enum HTMLReferences {
  /// The text with references decoded, as they are in an attribute's value.
  package static func decodedAttribute(
    _ value: Range<Int>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    var decoded: [UInt8] = []
    HTMLCharacterReferences.decode(bytes, value, inAttribute: true, into: &decoded)
    return decoded
  }

  /// The text with references decoded.
  package static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    HTMLCharacterReferences.decode(text, 0..<text.count, inAttribute: false, into: &decoded)
    return decoded
  }

  /// Where the reference ends that the ampersand there begins, its semicolon included; `nil` if none
  /// does that HTML knows.
  package static func end(
    ofReferenceAt ampersand: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var decoded: [UInt8] = []
    let end = HTMLCharacterReferences.decodeOne(
      bytes,
      at: ampersand,
      limit: bytes.count,
      inAttribute: false,
      into: &decoded
    )
    return end > ampersand + 1 ? end : nil
  }

  /// Whether HTML knows a reference of this name, which is given without `&` and `;`.
  package static func isKnown(name: some Sequence<UInt8>) -> Bool {
    var reference: [UInt8] = [0x26]
    reference.append(contentsOf: name)
    reference.append(0x3B)
    return reference.withUnsafeBufferPointer {
      end(ofReferenceAt: 0, in: $0) == reference.count
    }
  }
}
