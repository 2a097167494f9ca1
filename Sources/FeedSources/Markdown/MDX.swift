import FeedModel

/// Takes what only JavaScript can run out of MDX, so that Markdown is left.
///
/// Out are `import` and `export` statements, `{expressions}` and components, whose names begin with
/// a capital letter or hold a full stop; what stands between a component's tags stays. HTML tags stay
/// and lose attributes whose values are expressions. Code, fenced or in backticks, is left alone.
///
/// Specification: https://mdxjs.com/docs/what-is-mdx/.
public struct MDX: Sendable, Equatable {
  /// The Markdown that is left.
  public private(set) var markdown: [UInt8] = []
  /// The names of the components that were taken out, each once, in order.
  public private(set) var components: [String] = []
  /// How many statements were taken out.
  public private(set) var statements = 0
  /// How many expressions were taken out.
  public private(set) var expressions = 0

  private var isAtLineStart = true
  private var previousLineIsBlank = true

  /// Takes the JavaScript out of a text.
  public init(_ source: UnsafeBufferPointer<UInt8>) {
    markdown.reserveCapacity(source.count)
    var scanner = Scanner(bytes: source)
    while !scanner.isAtEnd {
      if isAtLineStart {
        if copyFence(&scanner) { continue }
        if previousLineIsBlank, dropStatement(&scanner) { continue }
      }
      step(&scanner)
    }
  }

  private mutating func step(_ scanner: inout Scanner) {
    let byte = scanner.current
    switch byte {
    case UInt8(ascii: "`"):
      copyCodeSpan(&scanner)
      isAtLineStart = false
    case UInt8(ascii: "{"):
      dropExpression(&scanner)
    case UInt8(ascii: "<"):
      if !dropTag(&scanner) { copy(&scanner) }
    case UInt8(ascii: "\\"):
      copy(&scanner)
      if !scanner.isAtEnd { copy(&scanner) }
    default:
      copy(&scanner)
    }
  }

  private mutating func copy(_ scanner: inout Scanner) {
    let byte = scanner.current
    markdown.append(byte)
    scanner.position += 1
    if byte == UInt8(ascii: "\n") {
      previousLineIsBlank = isAtLineStart
      isAtLineStart = true
    } else if !Scanner.isSpace(byte) {
      isAtLineStart = false
    }
  }

  // MARK: Code

  private mutating func copyFence(_ scanner: inout Scanner) -> Bool {
    var start = scanner.position
    while start < scanner.count, scanner.bytes[start] == UInt8(ascii: " ") { start += 1 }
    guard start < scanner.count else { return false }
    let mark = scanner.bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    let length = scanner.run(of: mark, at: start)
    guard length >= 3 else { return false }
    var line = scanner.endOfLine(from: start)
    while line < scanner.count {
      var first = line
      while first < scanner.count, Scanner.isSpace(scanner.bytes[first]) { first += 1 }
      let end = scanner.endOfLine(from: line)
      if first < end, scanner.run(of: mark, at: first) >= length {
        line = end
        break
      }
      line = end
    }
    markdown.append(contentsOf: scanner.bytes[scanner.position..<line])
    scanner.position = line
    isAtLineStart = true
    previousLineIsBlank = false
    return true
  }

  private mutating func copyCodeSpan(_ scanner: inout Scanner) {
    let length = scanner.run(of: UInt8(ascii: "`"), at: scanner.position)
    var index = scanner.position + length
    var end: Int?
    while index < scanner.count {
      if scanner.bytes[index] == UInt8(ascii: "`") {
        let run = scanner.run(of: UInt8(ascii: "`"), at: index)
        index += run
        if run == length {
          end = index
          break
        }
      } else if scanner.bytes[index] == UInt8(ascii: "\n"), index + 1 < scanner.count,
        scanner.bytes[index + 1] == UInt8(ascii: "\n")
      {
        break
      } else {
        index += 1
      }
    }
    let stop = end ?? scanner.position + length
    markdown.append(contentsOf: scanner.bytes[scanner.position..<stop])
    scanner.position = stop
  }

  // MARK: JavaScript

  /// A statement begins a line after a blank one and ends with the line on which its brackets are
  /// closed.
  private mutating func dropStatement(_ scanner: inout Scanner) -> Bool {
    guard scanner.startsWord("import") || scanner.startsWord("export") else { return false }
    var probe = scanner
    while !probe.isAtEnd {
      let byte = probe.current
      if byte == UInt8(ascii: "\n") { break }
      guard probe.skipJavaScript() else { return false }
    }
    if !probe.isAtEnd { probe.position += 1 }
    scanner = probe
    statements += 1
    // The next line may be another statement.
    previousLineIsBlank = true
    return true
  }

  private mutating func dropExpression(_ scanner: inout Scanner) {
    let start = scanner.position
    guard scanner.skipJavaScript() else {
      // A brace without its partner is text, whatever MDX thinks of it.
      scanner.position = start
      copy(&scanner)
      return
    }
    let inside = scanner.bytes[(start + 1)..<max(start + 1, scanner.position - 1)]
    let words = String(decoding: inside, as: UTF8.self).trimmingSpaces()
    if words.hasPrefix("/*"), words.hasSuffix("*/") {
      // Docusaurus marks the end of the excerpt this way.
      let comment = words.dropFirst(2).dropLast(2).trimmingSpaces()
      if comment == "truncate" || comment == "more" {
        markdown.append(contentsOf: "<!-- \(comment) -->".utf8)
      }
    } else if let literal = Self.stringLiteral(words) {
      // `{' '}` and `{"text"}` stand for their text.
      markdown.append(contentsOf: literal.utf8)
    } else {
      expressions += 1
    }
  }

  private static func stringLiteral(_ text: String) -> Substring? {
    guard let quote = text.first, "'\"`".contains(quote), text.count >= 2, text.last == quote else {
      return text.isEmpty ? "" : nil
    }
    let inside = text.dropFirst().dropLast()
    return inside.contains(quote) || inside.contains("$") ? nil : inside
  }

  /// A tag: a component's is dropped, an HTML element's is copied without its expressions.
  private mutating func dropTag(_ scanner: inout Scanner) -> Bool {
    var probe = scanner
    probe.position += 1
    let isEnd = !probe.isAtEnd && probe.current == UInt8(ascii: "/")
    if isEnd { probe.position += 1 }
    let nameStart = probe.position
    while !probe.isAtEnd, Scanner.isNameByte(probe.current) { probe.position += 1 }
    let name = probe.bytes[nameStart..<probe.position]
    // `<>` and `</>` are fragments; anything else without a name is text.
    guard !name.isEmpty || (!probe.isAtEnd && probe.current == UInt8(ascii: ">")) else {
      return false
    }
    if let first = name.first, !Scanner.isLetter(first) { return false }
    let isComponent =
      name.isEmpty || name.contains(UInt8(ascii: "."))
      || (name.first.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") } ?? false)
    var attributes: [UInt8] = []
    while !probe.isAtEnd, probe.current != UInt8(ascii: ">") {
      // `<https://example.org>` and `a < b` are no tags.
      if probe.current == UInt8(ascii: ":") || probe.current == UInt8(ascii: "<") { return false }
      let before = probe.position
      switch probe.current {
      case UInt8(ascii: "{"):
        guard probe.skipJavaScript() else { return false }
        Self.dropAttributeName(&attributes)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard probe.skipQuoted() else { return false }
        attributes.append(contentsOf: probe.bytes[before..<probe.position])
      default:
        // Attribute names with colons are JSX's: `client:visible`.
        if Scanner.isNameByte(probe.current) {
          while !probe.isAtEnd,
            Scanner.isNameByte(probe.current) || probe.current == UInt8(ascii: ":")
          {
            probe.position += 1
          }
        } else {
          probe.position += 1
        }
        attributes.append(contentsOf: probe.bytes[before..<probe.position])
      }
    }
    guard !probe.isAtEnd else { return false }
    probe.position += 1
    if isComponent {
      let name = String(decoding: name, as: UTF8.self)
      if !name.isEmpty, !components.contains(name) { components.append(name) }
    } else {
      markdown.append(UInt8(ascii: "<"))
      if isEnd { markdown.append(UInt8(ascii: "/")) }
      markdown.append(contentsOf: name)
      markdown.append(contentsOf: Self.htmlAttributes(attributes))
      markdown.append(UInt8(ascii: ">"))
      isAtLineStart = false
    }
    scanner.position = probe.position
    return true
  }

  /// Takes ` name=` from the end, whose value was an expression.
  private static func dropAttributeName(_ attributes: inout [UInt8]) {
    guard attributes.last == UInt8(ascii: "=") else { return }
    attributes.removeLast()
    while let last = attributes.last, Scanner.isNameByte(last) || last == UInt8(ascii: ":") {
      attributes.removeLast()
    }
  }

  /// JSX spells two attributes of HTML differently.
  private static func htmlAttributes(_ attributes: [UInt8]) -> [UInt8] {
    guard attributes.contains(UInt8(ascii: "N")) || attributes.contains(UInt8(ascii: "F")) else {
      return attributes
    }
    let text = String(decoding: attributes, as: UTF8.self)
    return Array(
      text.split(separator: " ", omittingEmptySubsequences: false).map { part in
        part.hasPrefix("className=")
          ? "class=" + part.dropFirst(10)
          : part.hasPrefix("htmlFor=") ? "for=" + part.dropFirst(8) : part[...]
      }.joined(separator: " ").utf8
    )
  }
}

/// Moves over MDX and the JavaScript in it.
private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  var count: Int { bytes.count }
  var isAtEnd: Bool { position >= bytes.count }
  /// The byte at the position; only to be asked before the end.
  var current: UInt8 { bytes[position] }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  func run(of byte: UInt8, at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return end - start
  }

  /// The index after the line break that ends the line, or the end.
  func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return min(end + 1, bytes.count)
  }

  func startsWord(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length < bytes.count else { return false }
    for index in 0..<length where bytes[position + index] != word.utf8Start[index] { return false }
    let next = bytes[position + length]
    return Self.isSpace(next) || next == UInt8(ascii: "{") || next == UInt8(ascii: "*")
  }

  /// Moves over a bracketed group, a string, a comment or one byte. False, without a move that
  /// counts, when something is not closed.
  mutating func skipJavaScript() -> Bool {
    var depth = 0
    repeat {
      guard !isAtEnd else { return false }
      switch current {
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        position += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        // An apostrophe in the text between tags is no string.
        if !skipQuoted() { position += 1 }
      case UInt8(ascii: "/") where position + 1 < count && bytes[position + 1] == UInt8(ascii: "*"):
        position += 2
        while position + 1 < count,
          !(bytes[position] == UInt8(ascii: "*") && bytes[position + 1] == UInt8(ascii: "/"))
        {
          position += 1
        }
        position = min(position + 2, count)
      default:
        position += 1
      }
    } while depth > 0
    return depth == 0
  }

  /// Moves over a string in quotes. Strings in `'` and `"` end with the line at the latest in
  /// JavaScript, but may span lines in a tag's attributes; 4,096 bytes bound the search.
  mutating func skipQuoted() -> Bool {
    let quote = current
    var index = position + 1
    let limit = min(count, position + 4_096)
    while index < limit {
      if bytes[index] == quote {
        position = index + 1
        return true
      }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return false
  }
}
