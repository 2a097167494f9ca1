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
    var places = places
    return places.find(name)
  }

  /// Where the attributes are written, for who asks for one after the other.
  public var places: AttributePlaces { AttributePlaces(source, at: position) }

  /// Finds attributes by their names, in time linear in the tag if they are asked for in its order;
  /// valid as long as its tag.
  public struct AttributePlaces {
    private let source: UnsafeBufferPointer<UInt8>
    private let start: SourcePosition
    private var scanner: StartTagScanner
    private var reached: LineCounter
    private var reachedByte = 0

    init(_ source: UnsafeBufferPointer<UInt8>, at position: SourcePosition) {
      self.source = source
      start = position
      scanner = StartTagScanner(source)
      reached = LineCounter(at: position)
    }

    /// Where an attribute is written, and where its value begins, by the name as written.
    public mutating func find(_ name: String) -> (name: SourcePosition, value: SourcePosition)? {
      for isAgain in [false, true] {
        if isAgain { self = AttributePlaces(source, at: start) }
        while let attribute = scanner.next() {
          guard source[attribute.name].elementsEqual(name.utf8) else { continue }
          let place = position(at: attribute.name.lowerBound)
          return (place, position(at: attribute.value.lowerBound))
        }
      }
      return nil
    }

    private mutating func position(at byte: Int) -> SourcePosition {
      reached.advance(over: UnsafeBufferPointer(rebasing: source[reachedByte..<byte]))
      reachedByte = byte
      return reached.position
    }
  }

  /// Where a byte of an attribute's value is written: references and line ends are longer there.
  public func position(ofAttribute name: String, valueByte index: Int) -> SourcePosition? {
    var scanner = StartTagScanner(source)
    while let attribute = scanner.next() {
      guard source[attribute.name].elementsEqual(name.utf8) else { continue }
      let written = AttributeText(source, attribute.value).offset(ofByte: index)
      return position.advanced(over: source[..<written])
    }
    return nil
  }
}

/// An attribute's value as written, which is read once more to see where its bytes come from.
private struct AttributeText {
  private let source: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>

  init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// Where in the source a byte of the value begins; the end for those behind it.
  func offset(ofByte byte: Int) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound, count < byte {
      let (width, length) = character(at: index)
      count += width
      // In the middle of what a reference stands for.
      if count > byte { return index }
      index += length
    }
    return index
  }

  /// How many bytes of the value stand there, and how many of the source they take.
  private func character(at index: Int) -> (width: Int, length: Int) {
    switch source[index] {
    case 0x0D where index + 1 < range.upperBound && source[index + 1] == 0x0A: return (1, 2)
    case UInt8(ascii: "&"): return reference(at: index) ?? (1, 1)
    default: return (1, 1)
    }
  }

  private func reference(at ampersand: Int) -> (width: Int, length: Int)? {
    let limit = min(range.upperBound, ampersand + 2 + MarkupScanner.longestName)
    guard let end = source[ampersand..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let length = end + 1 - ampersand
    let name = source[(ampersand + 1)..<end]
    if name.first == UInt8(ascii: "#") {
      let isHexadecimal = name.dropFirst().first == UInt8(ascii: "x")
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      guard let first = digits.first, MarkupByte.isName(first), first != UInt8(ascii: "-"),
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
      else { return nil }
      // Of characters that XML forbids nothing is left.
      guard MarkupScanner.isCharacter(value), let scalar = Unicode.Scalar(value) else {
        return (0, length)
      }
      return (UTF8.width(scalar), length)
    }
    guard let characters = HTMLCharacterReferences.characters(named: name) else { return nil }
    return (characters.count, length)
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
