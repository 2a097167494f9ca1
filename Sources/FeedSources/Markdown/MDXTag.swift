/// An element that is open.
struct MDXElement {
  /// Where its name stands.
  var name: Range<Int>
  /// Where its start tag ends.
  var end: Int
  /// Whether blocks may stand in it.
  var holdsMarkdown: Bool
  /// How far the first line in it is indented; nil before there is one.
  var indentation: Int?
}

/// A tag of JSX, as ranges of the source and as HTML.
struct MDXTag {
  /// The name; empty for fragments, `<>`.
  var name: Range<Int>
  var isEnd = false
  var isSelfClosing = false
  /// The attributes as HTML, with a space before each.
  var attributes: [UInt8] = []
  /// Where the tag ends.
  var end: Int
}

extension MDXReader {
  /// Reads a tag: a component's is dropped, an HTML element's is written as HTML. False for what is
  /// no tag, such as `a < b` and `<https://example.org>`.
  mutating func readTag() -> Bool {
    guard isAffordable(), let tag = tag() else { return false }
    let isComponent = isComponent(tag.name)
    let isVoid = !isComponent && MDXVocabulary.contains(MDXVocabulary.void, bytes[tag.name])
    let start = position
    position = tag.end
    if isComponent { note(tag.name) }
    if tag.isEnd {
      if !isVoid { close(tag.name) }
    } else if !tag.isSelfClosing, !isVoid {
      let holdsMarkdown =
        !isComponent && lineIsBlank
        && MDXVocabulary.contains(MDXVocabulary.containers, bytes[tag.name])
      open.append(MDXElement(name: tag.name, end: tag.end, holdsMarkdown: holdsMarkdown))
    }
    // `</img>` is no HTML.
    if !isComponent, !(tag.isEnd && isVoid) { write(tag, isVoid: isVoid) }
    return position > start
  }

  private mutating func write(_ tag: MDXTag, isVoid: Bool) {
    lineIsBlank = false
    result.markdown.append(contentsOf: (tag.isEnd ? "</" : "<").utf8)
    append(tag.name)
    result.markdown.append(contentsOf: tag.attributes)
    if isVoid, tag.isSelfClosing { result.markdown.append(contentsOf: " /".utf8) }
    result.markdown.append(UInt8(ascii: ">"))
    if tag.isSelfClosing, !isVoid {
      // In HTML, `<div />` opens an element.
      result.markdown.append(contentsOf: "</".utf8)
      append(tag.name)
      result.markdown.append(UInt8(ascii: ">"))
    }
  }

  private func isComponent(_ name: Range<Int>) -> Bool {
    guard let first = bytes[name].first else { return true }
    return first &- UInt8(ascii: "A") < 26 || bytes[name].contains(UInt8(ascii: "."))
  }

  private mutating func note(_ name: Range<Int>) {
    guard !name.isEmpty, result.components.count < 100 else { return }
    let text = String(decoding: bytes[name], as: UTF8.self)
    if !result.components.contains(text) { result.components.append(text) }
  }

  private mutating func close(_ name: Range<Int>) {
    let index = open.indices.suffix(64).last {
      bytes[open[$0].name].elementsEqual(bytes[name])
    }
    if let index { open.removeLast(open.count - index) }
  }

  // MARK: Reading

  private mutating func tag() -> MDXTag? {
    var index = position + 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let start = index
    while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
    var tag = MDXTag(name: start..<index, isEnd: isEnd, end: index)
    guard index < bytes.count else { return nil }
    if tag.name.isEmpty {
      guard bytes[index] == UInt8(ascii: ">") else { return nil }
    } else {
      guard Self.isLetter(bytes[start]), Self.endsName(bytes[index]) else { return nil }
    }
    while index < bytes.count {
      index = skipWhitespace(from: index)
      guard index < bytes.count else { break }
      switch bytes[index] {
      case UInt8(ascii: ">"):
        tag.end = index + 1
        return tag
      case UInt8(ascii: "/"):
        index = skipWhitespace(from: index + 1)
        guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
          charge(upTo: index)
          return nil
        }
        tag.isSelfClosing = true
      default:
        // In braces: attributes from an object, or a comment.
        let isExpression = bytes[index] == UInt8(ascii: "{")
        guard
          let end = isExpression
            ? endOfExpression(from: index) : attribute(from: index, into: &tag.attributes)
        else {
          charge(upTo: index)
          return nil
        }
        index = end
      }
    }
    charge(upTo: index)
    return nil
  }

  /// Reads an attribute; the index after it, nil when there is none.
  private mutating func attribute(from start: Int, into output: inout [UInt8]) -> Int? {
    var index = start
    while index < bytes.count, Self.isAttributeByte(bytes[index]) { index += 1 }
    let name = start..<index
    guard !name.isEmpty, index < bytes.count else { return nil }
    let equals = skipWhitespace(from: index)
    guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else {
      appendAttribute(name, to: &output)
      return index
    }
    index = skipWhitespace(from: equals + 1)
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let quote = bytes[index]
      var end = index + 1
      while end < bytes.count, bytes[end] != quote { end += 1 }
      guard end < bytes.count else {
        charge(upTo: end)
        return nil
      }
      appendAttribute(name, to: &output)
      output.append(UInt8(ascii: "="))
      output.append(contentsOf: bytes[index...end])
      return end + 1
    case UInt8(ascii: "{"):
      guard let end = endOfExpression(from: index) else { return nil }
      if case .literal(let value) = MDXExpression(bytes[(index + 1)..<(end - 1)]) {
        appendAttribute(name, to: &output)
        output.append(contentsOf: "=\"".utf8)
        for byte in value {
          switch byte {
          case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
          case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
          default: output.append(byte)
          }
        }
        output.append(UInt8(ascii: "\""))
      }
      return end
    default: return nil
    }
  }

  /// JSX spells two attributes of HTML differently.
  private func appendAttribute(_ name: Range<Int>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: " "))
    if bytes[name].elementsEqual("className".utf8) {
      output.append(contentsOf: "class".utf8)
    } else if bytes[name].elementsEqual("htmlFor".utf8) {
      output.append(contentsOf: "for".utf8)
    } else {
      output.append(contentsOf: bytes[name])
    }
  }

  private mutating func endOfExpression(from start: Int) -> Int? {
    guard isAffordable() else { return nil }
    var scanner = JavaScriptScanner(bytes, at: start)
    if scanner.skipBraces() { return scanner.position }
    charge(upTo: scanner.position)
    return nil
  }

  private func skipWhitespace(from start: Int) -> Int {
    var index = start
    while index < bytes.count, Self.isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "\n") {
      index += 1
    }
    return index
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    isNameByte(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@")
      || byte == UInt8(ascii: "$") || byte >= 0x80
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "{")
  }
}

/// The elements of HTML that JSX treats otherwise.
enum MDXVocabulary {
  /// Those without content (the HTML standard, section 13.1.2).
  static let void = words("area base br col embed hr img input link meta source track wbr")
  /// Those that blocks stand in, and not text.
  static let containers = words(
    "div section article aside main details blockquote figure header footer nav center"
  )

  static func contains(
    _ names: [[UInt8]],
    _ name: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    names.contains { $0.elementsEqual(name) }
  }

  private static func words(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { Array($0.utf8) }
  }
}
