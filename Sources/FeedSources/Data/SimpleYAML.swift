#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The YAML that nearly all front matter is: keys in block style with values of one line, lists and
/// blocks of text. It reads at a quarter of libyaml's cost, which was 45 % of a head's.
///
/// It never guesses. What it answers is what libyaml would have answered, places included; at the
/// first byte that might mean something else it gives up, and libyaml reads the whole text. So it
/// has no errors of its own either.
package struct SimpleYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lineOffset: Int
  /// The line with content that is read now; its end is where its line break stands.
  private var lineStart = 0
  private var textStart = 0
  private var lineEnd = 0
  private var nextLine = 0
  /// The number of the line, counted from 0, and of the one after it.
  private var line = 0
  private var nextNumber = 0
  /// Spaces before the text of the line; -1 at the end of the document.
  private var indentation = -1

  /// What is nested deeper is left to libyaml, so that nothing here recurses far.
  private static let depth = 8
  /// Longer keys are left to libyaml, which has a limit of its own for them.
  private static let longestKey = 128

  private init(_ bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int) {
    self.bytes = bytes
    self.lineOffset = lineOffset
  }

  /// The tree of a document without byte order mark, or nil when libyaml has to read it.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int) -> DataNode? {
    guard bytes.last == 0x0A, SimpleYAMLCharacters.areAll(in: bytes) else { return nil }
    var reader = SimpleYAML(bytes, lineOffset: lineOffset)
    reader.advance()
    guard reader.indentation == 0 else { return nil }
    let start = reader.position(0)
    guard let mapping = reader.mapping(depth: 0), reader.indentation < 0 else { return nil }
    return DataNode(.mapping(mapping), at: start)
  }

  // MARK: - Lines

  /// Goes to the next line that is neither blank nor a comment.
  private mutating func advance() {
    while nextLine < bytes.count {
      goToNextLine()
      if textStart < lineEnd, bytes[textStart] != UInt8(ascii: "#") { return }
    }
    indentation = -1
  }

  private mutating func goToNextLine() {
    lineStart = nextLine
    line = nextNumber
    nextNumber &+= 1
    lineEnd = bytes.count
    if let base = bytes.baseAddress,
      let found = memchr(base + lineStart, 0x0A, bytes.count &- lineStart)
    {
      lineEnd = UnsafeRawPointer(base).distance(to: found)
    }
    nextLine = lineEnd &+ 1
    textStart = skipSpaces(from: lineStart)
    indentation = textStart &- lineStart
  }

  private func skipSpaces(from start: Int) -> Int {
    var index = start
    while index < lineEnd, bytes[index] == 0x20 { index &+= 1 }
    return index
  }

  /// The place of a byte of the line, with nothing but ASCII before it.
  private func position(_ column: Int) -> DataPosition {
    DataPosition(line: line &+ 1 &+ lineOffset, column: column &+ 1)
  }

  // MARK: - Mappings and lists

  /// The keys that are indented like the one on this line.
  private mutating func mapping(depth: Int) -> DataMapping? {
    guard depth < Self.depth else { return nil }
    let own = indentation
    var builder = DataMappingBuilder()
    builder.reserveCapacity(depth == 0 ? 16 : 4)
    while indentation == own {
      guard let colon = endOfKey() else { return nil }
      let key = text(textStart..<colon)
      // libyaml's tree builder has the words for a key that comes twice.
      guard builder.index(of: key) == nil else { return nil }
      let keyPosition = position(own)
      guard let node = value(after: colon &+ 1, depth: depth) else { return nil }
      builder.append(DataMapping.Entry(key: key, keyPosition: keyPosition, node: node))
    }
    // A deeper line continues the value above it, or is a mistake.
    return indentation < own ? builder.mapping : nil
  }

  /// Where the colon stands after a key of letters, digits, `_`, `-` and `.`; nil for all other keys.
  private func endOfKey() -> Int? {
    var index = textStart
    guard SimpleYAMLCharacters.isWord(bytes[index]) else { return nil }
    let limit = min(lineEnd, textStart &+ Self.longestKey)
    while index < limit, SimpleYAMLCharacters.isKey(bytes[index]) { index &+= 1 }
    guard index < limit, bytes[index] == UInt8(ascii: ":"),
      index &+ 1 == lineEnd || bytes[index &+ 1] == 0x20
    else { return nil }
    return index
  }

  /// The value that a key has, on its line or below it; ends on the line after it.
  private mutating func value(after colon: Int, depth: Int) -> DataNode? {
    let start = skipSpaces(from: colon)
    guard start < lineEnd else { return valueBelow(position(colon &- lineStart), depth: depth) }
    let place = position(start &- lineStart)
    let value: DataNode.Value?
    switch bytes[start] {
    case UInt8(ascii: "["): value = flowSequence(from: start)
    case UInt8(ascii: ">"), UInt8(ascii: "|"): value = block(from: start)
    default:
      value = scalar(from: start)
      advance()
    }
    return value.map { DataNode($0, at: place) }
  }

  /// A list, a mapping or nothing. Nothing stands behind the colon.
  private mutating func valueBelow(_ place: DataPosition, depth: Int) -> DataNode? {
    let own = indentation
    advance()
    guard indentation >= own else { return DataNode(.null, at: place) }
    let start = position(indentation)
    if isListItem { return blockSequence().map { DataNode(.sequence($0), at: start) } }
    guard indentation > own else { return DataNode(.null, at: place) }
    return mapping(depth: depth &+ 1).map { DataNode(.mapping($0), at: start) }
  }

  private var isListItem: Bool {
    bytes[textStart] == UInt8(ascii: "-") && textStart &+ 1 < lineEnd
      && bytes[textStart &+ 1] == 0x20
  }

  private mutating func blockSequence() -> [DataNode]? {
    let own = indentation
    var nodes: [DataNode] = []
    while indentation == own, isListItem {
      let start = skipSpaces(from: textStart &+ 1)
      guard start < lineEnd, let value = scalar(from: start) else { return nil }
      nodes.append(DataNode(value, at: position(start &- lineStart)))
      advance()
    }
    return indentation <= own ? nodes : nil
  }

  // MARK: - Scalars

  /// The scalar that the rest of the line is.
  private func scalar(from start: Int) -> DataNode.Value? {
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let (value, end) = quoted(from: start), skipSpaces(from: end) == lineEnd else {
        return nil
      }
      return value
    default: return plain(from: start)
    }
  }

  /// A scalar in quotes that ends on its line, and where it ends. Of the escapes it knows those that
  /// titles have: `\"` and `\\` in double quotes, `''` in single ones.
  private func quoted(from start: Int) -> (value: DataNode.Value, end: Int)? {
    let quote = bytes[start]
    let escape = quote == UInt8(ascii: "'") ? quote : UInt8(ascii: "\\")
    var index = start &+ 1
    var escapes = 0
    while index < lineEnd {
      let byte = bytes[index]
      if byte == escape, index &+ 1 < lineEnd,
        bytes[index &+ 1] == quote || bytes[index &+ 1] == escape
      {
        escapes &+= 1
        index &+= 2
      } else if byte == quote {
        let content = start &+ 1..<index
        let text = escapes == 0 ? text(content) : unescaped(content, escape, escapes: escapes)
        return (.scalar(text: text, style: .quoted), index &+ 1)
      } else if byte == escape {
        return nil
      } else {
        index &+= 1
      }
    }
    return nil
  }

  private func unescaped(_ content: Range<Int>, _ escape: UInt8, escapes: Int) -> String {
    String(unsafeUninitializedCapacity: content.count &- escapes) { output in
      var index = content.lowerBound
      for count in output.indices where index < content.upperBound {
        if bytes[index] == escape { index &+= 1 }
        output[count] = bytes[index]
        index &+= 1
      }
      return content.count &- escapes
    }
  }

  private func plain(from start: Int) -> DataNode.Value? {
    guard !SimpleYAMLCharacters.isIndicator(bytes[start]) else { return nil }
    var end = start
    var index = start
    while index < lineEnd {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":"), index &+ 1 == lineEnd || bytes[index &+ 1] == 0x20 {
        return nil
      }
      if byte == UInt8(ascii: "#"), bytes[index &- 1] == 0x20 { return nil }
      index &+= 1
      if byte != 0x20 { end = index }
    }
    return plainValue(start..<end)
  }

  private func plainValue(_ range: Range<Int>) -> DataNode.Value {
    let source = UnsafeBufferPointer(rebasing: bytes[range])
    if YAMLTreeBuilder.isNull(source) { return .null }
    return .scalar(text: String(decoding: source, as: UTF8.self), style: .plain)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  // MARK: - Lists in brackets

  /// A list on one line: `[a, "b"]`.
  private mutating func flowSequence(from start: Int) -> DataNode.Value? {
    var nodes: [DataNode] = []
    var index = skipSpaces(from: start &+ 1)
    // Columns count scalars. Counting on from one item to the next keeps a long list linear.
    var counted = start
    var column = start &- lineStart
    guard index < lineEnd else { return nil }
    var isOpen = bytes[index] != UInt8(ascii: "]")
    while isOpen {
      while counted < index {
        if bytes[counted] & 0xC0 != 0x80 { column &+= 1 }
        counted &+= 1
      }
      guard index < lineEnd, let (value, end) = flowScalar(from: index) else { return nil }
      nodes.append(DataNode(value, at: position(column)))
      index = skipSpaces(from: end)
      guard index < lineEnd else { return nil }
      isOpen = bytes[index] == UInt8(ascii: ",")
      guard isOpen || bytes[index] == UInt8(ascii: "]") else { return nil }
      if isOpen { index = skipSpaces(from: index &+ 1) }
    }
    guard skipSpaces(from: index &+ 1) == lineEnd else { return nil }
    advance()
    return .sequence(nodes)
  }

  /// A scalar in a list, and where the spaces begin that may follow it.
  private func flowScalar(from start: Int) -> (value: DataNode.Value, end: Int)? {
    if bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
      return quoted(from: start)
    }
    guard !SimpleYAMLCharacters.isIndicator(bytes[start]) else { return nil }
    var end = start
    var index = start
    while index < lineEnd {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "]"): return (plainValue(start..<end), end)
      // All of these are rare in a list's words, and each has a rule of its own.
      case UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        return nil
      case UInt8(ascii: "#") where bytes[index &- 1] == 0x20: return nil
      case 0x20: index &+= 1
      default:
        index &+= 1
        end = index
      }
    }
    return nil
  }

  // MARK: - Blocks of text

  /// A block (`|`, `>`, with `-` or without) of lines that are indented alike, without blank ones.
  private mutating func block(from start: Int) -> DataNode.Value? {
    let isFolded = bytes[start] == UInt8(ascii: ">")
    let isStripped = start &+ 1 < lineEnd && bytes[start &+ 1] == UInt8(ascii: "-")
    guard skipSpaces(from: start &+ (isStripped ? 2 : 1)) == lineEnd else { return nil }
    let own = indentation
    guard nextLine < bytes.count else { return nil }
    goToNextLine()
    let inner = indentation
    guard inner > own, textStart < lineEnd else { return nil }
    let first = textStart
    var lines = 1
    var last = textStart..<lineEnd
    while nextLine < bytes.count {
      goToNextLine()
      guard indentation >= inner, textStart < lineEnd else { break }
      // Deeper lines are not folded.
      guard indentation == inner else { return nil }
      lines &+= 1
      last = textStart..<lineEnd
    }
    guard endBlock(isAtEnd: lineStart <= last.lowerBound, own: own) else { return nil }
    let joint: UInt8 = isFolded ? 0x20 : 0x0A
    let length = last.upperBound &- first &- (lines &- 1) &* inner &+ (isStripped ? 0 : 1)
    return .scalar(
      text: joined(from: first, lines: lines, indentation: inner, joint: joint, length: length),
      style: .quoted
    )
  }

  /// Goes to the line with content that follows a block; false when that might belong to the block.
  private mutating func endBlock(isAtEnd: Bool, own: Int) -> Bool {
    if isAtEnd { indentation = -1 }
    while indentation >= 0, textStart == lineEnd {
      // Spaces on a blank line may be text.
      guard indentation == 0 else { return false }
      if nextLine < bytes.count { goToNextLine() } else { indentation = -1 }
    }
    guard indentation <= own else { return false }
    // A comment ends the block; but nothing that is indented deeper may come after it.
    if indentation >= 0, bytes[textStart] == UInt8(ascii: "#") { advance() }
    return indentation <= own
  }

  /// The lines of a block, in one piece of memory; a line break at the end if there is room for it.
  private func joined(
    from first: Int,
    lines: Int,
    indentation: Int,
    joint: UInt8,
    length: Int
  ) -> String {
    // Most blocks have one line.
    if lines == 1 { return text(first..<first &+ length) }
    return String(unsafeUninitializedCapacity: length) { output in
      var count = 0
      var index = first
      for number in 1...lines {
        while count < length, index < bytes.count, bytes[index] != 0x0A {
          output[count] = bytes[index]
          count &+= 1
          index &+= 1
        }
        guard count < length else { break }
        output[count] = number < lines ? joint : 0x0A
        count &+= 1
        index &+= 1 &+ indentation
      }
      return count
    }
  }
}
