import FeedModel

/// Makes the URLs of an HTML fragment absolute and changes nothing else.
public enum HTMLAbsoluteURLs {
  /// The fragment with every relative URL resolved; nil where there is none, as in most posts, or no
  /// base.
  ///
  /// Places in the fragment itself (`#note`) and empty values stay as they are.
  ///
  /// - Parameters:
  ///   - fragment: HTML as in the body of a page; UTF-8.
  ///   - base: What the URLs are relative to; asked for once, if there are any.
  public static func resolve(
    _ fragment: UnsafeBufferPointer<UInt8>,
    against base: () -> BaseURL?
  ) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    var found: BaseURL?
    var tokenizer = HTMLTokenizer(fragment)
    while tokenizer.advance() {
      guard tokenizer.token.kind == .startTag else { continue }
      for attribute in tokenizer.attributes where isRelative(attribute, in: fragment) {
        if found == nil { found = base() }
        guard let base = found else { return nil }
        guard let value = resolved(attribute, in: fragment, against: base) else { continue }
        if output.isEmpty { output.reserveCapacity(fragment.count + 256) }
        output.append(fragment, copied..<attribute.value.lowerBound)
        let needsQuotes = attribute.quote == .unquoted
        if needsQuotes { output.append(0x22) }
        HTMLAttributeEscaping.append(value, to: &output)
        if needsQuotes { output.append(0x22) }
        copied = attribute.value.upperBound
      }
    }
    guard copied > 0 else { return nil }
    output.append(fragment, copied..<fragment.count)
    return output
  }

  private static func isRelative(
    _ attribute: HTMLAttribute,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch attribute.concern {
    case .none, .eventHandler, .style: false
    case .link: HTMLURLKind.kind(of: attribute.value, in: bytes, isLink: true) == .relative
    case .source: HTMLURLKind.kind(of: attribute.value, in: bytes, isLink: false) == .relative
    case .sourceSet:
      HTMLURLKind.firstNotAbsolute(inSourceSet: attribute.value, of: bytes)?.kind == .relative
    }
  }

  /// The absolute form of an attribute's value, by the attribute's name; nil where it is none that
  /// holds URLs, or has absolute ones.
  static func resolved(
    _ value: UnsafeBufferPointer<UInt8>,
    of name: UnsafeBufferPointer<UInt8>,
    against base: BaseURL
  ) -> [UInt8]? {
    switch HTMLAttribute.concern(of: name) {
    case .link: resolved(value, isLink: true, against: base)
    case .source: resolved(value, isLink: false, against: base)
    case .sourceSet: resolvedSet(Array(value), against: base)
    case .none, .eventHandler, .style: nil
    }
  }

  private static func resolved(
    _ attribute: HTMLAttribute,
    in bytes: UnsafeBufferPointer<UInt8>,
    against base: BaseURL
  ) -> [UInt8]? {
    let concern = attribute.concern
    switch concern {
    case .none, .eventHandler, .style: return nil
    case .link, .source:
      let value = HTMLReferences.decodedAttribute(attribute.value, in: bytes)
      return value.withUnsafeBufferPointer {
        resolved($0, isLink: concern == .link, against: base)
      }
    case .sourceSet:
      let value = HTMLReferences.decodedAttribute(attribute.value, in: bytes)
      return resolvedSet(value, against: base)
    }
  }

  private static func resolved(
    _ url: UnsafeBufferPointer<UInt8>,
    isLink: Bool,
    against base: BaseURL
  ) -> [UInt8]? {
    guard HTMLURLKind.kind(of: url, isLink: isLink) == .relative else { return nil }
    var output: [UInt8] = []
    base.resolve(url, into: &output)
    return output
  }

  private static func resolvedSet(_ value: [UInt8], against base: BaseURL) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    value.withUnsafeBufferPointer { bytes in
      for candidate in HTMLURLs.sourceSetURLs(value) {
        let url = UnsafeBufferPointer(rebasing: bytes[candidate])
        guard let absolute = resolved(url, isLink: false, against: base) else { continue }
        output.append(bytes, copied..<candidate.lowerBound)
        output.append(contentsOf: absolute)
        copied = candidate.upperBound
      }
      if copied > 0 { output.append(bytes, copied..<bytes.count) }
    }
    return copied > 0 ? output : nil
  }
}
