/// A start tag; valid only during the call that it comes with.
public struct XMLStartTag: ~Copyable {
  /// The element's name.
  public let name: XMLName
  /// Where its `<` is.
  public let position: SourcePosition
  /// How many attributes it has, namespace declarations not counted.
  public let attributeCount: Int
  /// How many namespaces it declares.
  public let namespaceCount: Int

  let attributes: UnsafePointer<UnsafePointer<UInt8>?>?
  let namespaces: UnsafePointer<UnsafePointer<UInt8>?>?
  /// The tag as written, from its `<`; empty if it is not at hand.
  let source: UnsafeBufferPointer<UInt8>
  /// Whether some of its attributes are not well-formed and were left out, or guessed.
  public let isDamaged: Bool

  /// An attribute; valid as long as its tag.
  public struct Attribute {
    /// Its name.
    public let name: XMLName
    /// Its value, references resolved and white space normalised as XML wants it.
    public let value: UnsafeBufferPointer<UInt8>
    /// The value as a string.
    public var string: String { String(decoding: value, as: UTF8.self) }
  }

  /// The attribute at an index below ``attributeCount``.
  public func attribute(_ index: Int) -> Attribute? {
    guard let attributes, index >= 0, index < attributeCount, let local = attributes[5 * index]
    else { return nil }
    let start = attributes[5 * index + 3]
    let end = attributes[5 * index + 4]
    var value = UnsafeBufferPointer<UInt8>(start: start, count: 0)
    if let start, let end { value = UnsafeBufferPointer(start: start, count: end - start) }
    let name = XMLName(
      local: local,
      namespace: attributes[5 * index + 2],
      prefix: attributes[5 * index + 1]
    )
    return Attribute(name: name, value: value)
  }

  /// A namespace that the tag declares: its prefix, or `nil` for the default one, and its URI.
  public func namespace(_ index: Int) -> (prefix: String?, uri: String)? {
    guard let namespaces, index >= 0, index < namespaceCount else { return nil }
    let prefix = namespaces[2 * index].map { String(cString: $0) }
    return (prefix, namespaces[2 * index + 1].map { String(cString: $0) } ?? "")
  }

  /// Where an attribute is written, and where its value begins, by the name as written.
  public func position(ofAttribute name: String) -> (name: SourcePosition, value: SourcePosition)? {
    var scanner = StartTagScanner(source)
    while let attribute = scanner.next() {
      guard source[attribute.name].elementsEqual(name.utf8) else { continue }
      let start = position.advanced(over: source[..<attribute.name.lowerBound])
      let value = start.advanced(
        over: source[attribute.name.lowerBound..<attribute.value.lowerBound]
      )
      return (start, value)
    }
    return nil
  }
}

/// Walks over the attributes of a start tag as written.
package struct StartTagScanner {
  private let source: UnsafeBufferPointer<UInt8>
  private var index = 0

  package init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    // Past the element's name.
    while index < source.count, !isSpace(source[index]), source[index] != UInt8(ascii: ">") {
      index += 1
    }
  }

  package mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    while index < source.count, isSpace(source[index]) { index += 1 }
    let name = index
    while index < source.count, !isSpace(source[index]), source[index] != UInt8(ascii: "="),
      source[index] != UInt8(ascii: ">"), source[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    let nameEnd = index
    guard nameEnd > name else { return nil }
    while index < source.count, isSpace(source[index]) { index += 1 }
    guard index < source.count, source[index] == UInt8(ascii: "=") else {
      return (name..<nameEnd, nameEnd..<nameEnd)
    }
    index += 1
    while index < source.count, isSpace(source[index]) { index += 1 }
    guard index < source.count else { return nil }
    let quote = source[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      // Not well-formed, but read as what it is meant to be.
      let value = index
      while index < source.count, !isSpace(source[index]), source[index] != UInt8(ascii: ">") {
        index += 1
      }
      return (name..<nameEnd, value..<index)
    }
    index += 1
    let value = index
    while index < source.count, source[index] != quote { index += 1 }
    let valueEnd = index
    index = min(index + 1, source.count)
    return (name..<nameEnd, value..<valueEnd)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
