#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Splits HTML into tokens (HTML standard, section 13.2.5) without copying a byte.
///
/// Tags, attributes, comments and raw text end where they end in browsers, so that what was found
/// harmless is what a browser sees. Scripting counts as off: the content of `noscript` is markup.
/// CDATA sections of SVG and MathML are read as the bogus comments that they are in HTML.
///
/// Any bytes are accepted, in time linear in their number.
public struct HTMLTokenizer {
  /// The token that ``advance()`` found last.
  public private(set) var token = HTMLToken()
  /// The attributes of the last start or end tag in order, duplicates included.
  public private(set) var attributes: [HTMLAttribute] = []
  /// How many attributes of a tag are listed. Real tags have a dozen; the limit bounds memory.
  public static var attributeLimit: Int { 1024 }

  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next token starts.
  private(set) var position = 0
  /// How many `svg` and `math` elements are open.
  private(set) var foreignDepth = 0
  private let listsAttributes: Bool
  private var rawTextElement: (key: HTMLNameKey, isScript: Bool)?
  private let elements = HTMLElements.table

  /// Reads the bytes, which must outlive the tokenizer.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.init(bytes, at: 0, foreignDepth: 0, listsAttributes: true)
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at position: Int,
    foreignDepth: Int,
    listsAttributes: Bool
  ) {
    self.bytes = bytes
    self.position = position
    self.foreignDepth = foreignDepth
    self.listsAttributes = listsAttributes
  }

  /// Goes on at another place, outside of raw text.
  mutating func seek(to position: Int) {
    self.position = position
    rawTextElement = nil
  }

  /// Closes an `svg` or `math` whose end tag was passed over.
  mutating func leaveForeignContent() {
    foreignDepth = max(0, foreignDepth - 1)
  }

  /// Reads the next token into ``token``; false at the end of the input.
  public mutating func advance() -> Bool {
    let start = position
    guard start < bytes.count else { return false }
    if let element = rawTextElement {
      rawTextElement = nil
      let end = HTMLRawText.end(of: element.key, isScript: element.isScript, in: bytes, from: start)
      if let end, end == start {
        // An empty element: its end tag follows.
      } else {
        setToken(.text, start, end ?? bytes.count)
        token.isRawText = true
        token.isUnclosed = end == nil
        return true
      }
    }
    var search = start
    if bytes[start] == 0x3C {
      if scanMarkup(at: start) { return true }
      search = start + 1
    }
    scanText(from: start, search: search)
    return true
  }

  @inline(__always)
  private mutating func setToken(_ kind: HTMLToken.Kind, _ start: Int, _ end: Int) {
    token.kind = kind
    token.start = start
    token.end = end
    token.isRawText = false
    token.isUnclosed = false
    token.hasStrayLessThan = false
    position = end
  }

  private mutating func scanText(from start: Int, search: Int) {
    var search = search
    var end = bytes.count
    while let found = HTMLScan.index(of: 0x3C, in: bytes, from: search) {
      if opensMarkup(at: found) {
        end = found
        break
      }
      search = found + 1
    }
    setToken(.text, start, end)
    token.hasStrayLessThan = search != start
  }

  /// Whether the `<` there starts a tag or a comment rather than being text (tag open state).
  @inline(__always)
  private func opensMarkup(at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    if HTMLBytes.isLetter(next) || next == 0x21 || next == 0x3F { return true }
    return next == 0x2F && index + 2 < bytes.count
  }

  private mutating func scanMarkup(at start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    let next = bytes[start + 1]
    if HTMLBytes.isLetter(next) {
      scanTag(at: start, nameStart: start + 1, kind: .startTag)
      return true
    }
    switch next {
    case 0x2F:
      guard start + 2 < bytes.count else { return false }
      if HTMLBytes.isLetter(bytes[start + 2]) {
        scanTag(at: start, nameStart: start + 2, kind: .endTag)
      } else {
        scanBogusComment(.bogusComment, at: start, from: start + 2)
      }
      return true
    case 0x21:
      scanDeclaration(at: start)
      return true
    case 0x3F:
      scanBogusComment(.bogusComment, at: start, from: start + 2)
      return true
    default:
      return false
    }
  }

  private mutating func scanDeclaration(at start: Int) {
    let rest = start + 2
    if rest + 1 < bytes.count, bytes[rest] == 0x2D, bytes[rest + 1] == 0x2D {
      scanComment(at: start)
    } else if HTMLScan.hasPrefix("doctype", in: bytes, at: rest) {
      scanBogusComment(.doctype, at: start, from: rest)
    } else if HTMLScan.hasPrefix("[cdata[", in: bytes, at: rest) {
      scanBogusComment(.cdata, at: start, from: rest)
    } else {
      scanBogusComment(.bogusComment, at: start, from: rest)
    }
  }

  private mutating func scanBogusComment(_ kind: HTMLToken.Kind, at start: Int, from: Int) {
    let end = HTMLScan.index(of: 0x3E, in: bytes, from: from)
    setToken(kind, start, end.map { $0 + 1 } ?? bytes.count)
    token.isUnclosed = end == nil
  }

  /// A comment ends at `-->` or `--!>`, and at once when it starts with `>` or `->`.
  private mutating func scanComment(at start: Int) {
    let content = start + 4
    var search = content
    while let end = HTMLScan.index(of: 0x3E, in: bytes, from: search) {
      let length = end - content
      let closes: Bool
      switch length {
      case 0: closes = true
      case 1: closes = bytes[content] == 0x2D
      default:
        let last = bytes[end - 1]
        if last == 0x2D {
          closes = bytes[end - 2] == 0x2D
        } else {
          closes =
            last == 0x21 && length >= 3 && bytes[end - 2] == 0x2D && bytes[end - 3] == 0x2D
        }
      }
      if closes {
        setToken(.comment, start, end + 1)
        return
      }
      search = end + 1
    }
    setToken(.comment, start, bytes.count)
    token.isUnclosed = true
  }

  private mutating func scanTag(at start: Int, nameStart: Int, kind: HTMLToken.Kind) {
    let count = bytes.count
    var index = nameStart
    var key = HTMLNameKey()
    if let short = HTMLNameKey.short(in: bytes, at: nameStart, isTag: true) {
      key = short.key
      index = short.end
    } else {
      while index < count {
        let byte = bytes[index]
        if HTMLBytes.endsTagName(byte) { break }
        key.add(HTMLBytes.lowercased(byte), at: index &- nameStart)
        index &+= 1
      }
    }
    let nameEnd = index
    token.attributesEnd = nil
    token.hasForbiddenCharacters = false
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    var isSelfClosing = false
    if index < count, bytes[index] == 0x3E {
      index &+= 1
    } else if let end = scanAttributes(from: index, isSelfClosing: &isSelfClosing) {
      index = end
    } else {
      setToken(.unterminated, start, count)
      token.isUnclosed = true
      return
    }
    setToken(kind, start, index)
    token.nameEnd = nameEnd
    token.isSelfClosing = isSelfClosing
    token.key = key
    if nameEnd &- nameStart <= HTMLNameKey.exactLength, let element = elements[key] {
      token.element = element
      let traits = element.traits
      if !traits.isDisjoint(with: [.rawText, .foreignRoot]) { enter(traits, kind) }
    } else {
      token.element = .unknown
    }
  }

  private mutating func enter(_ traits: HTMLElementTraits, _ kind: HTMLToken.Kind) {
    if traits.contains(.foreignRoot) {
      if kind == .endTag {
        leaveForeignContent()
      } else if !token.isSelfClosing {
        foreignDepth += 1
      }
    } else if kind == .startTag, !(token.isSelfClosing && foreignDepth > 0) {
      rawTextElement = (token.key, traits.contains(.script))
    }
  }

  /// Reads attributes from the end of the tag name; nil when the input ends before the tag does,
  /// otherwise where the tag ends.
  private mutating func scanAttributes(from start: Int, isSelfClosing: inout Bool) -> Int? {
    let count = bytes.count
    var index = start
    while true {
      let lead = index
      while index < count, HTMLBytes.isWhitespace(bytes[index]) || bytes[index] == 0x2F {
        if bytes[index] == 0x0C { token.hasForbiddenCharacters = true }
        index &+= 1
      }
      guard index < count else { return nil }
      if bytes[index] == 0x3E {
        isSelfClosing = index > lead && bytes[index &- 1] == 0x2F
        return index &+ 1
      }
      var attribute = HTMLAttribute()
      attribute.start = lead
      let nameStart = index
      if let short = HTMLNameKey.short(in: bytes, at: index, isTag: false), short.end > index {
        attribute.key = short.key
        index = short.end
      } else {
        // A leading equals sign is part of the name (before attribute name state).
        repeat {
          attribute.key.add(HTMLBytes.lowercased(bytes[index]), at: index &- nameStart)
          index &+= 1
        } while index < count && !HTMLBytes.endsAttributeName(bytes[index])
      }
      attribute.name = nameStart..<index
      guard let end = scanValue(after: index, of: &attribute) else { return nil }
      index = end
      attribute.end = end
      guard listsAttributes else { continue }
      if attributes.count < Self.attributeLimit {
        attributes.append(attribute)
      } else if token.attributesEnd == nil {
        token.attributesEnd = lead
      }
    }
  }

  /// Where the attribute ends; nil when the input ends first.
  @inline(__always)
  private mutating func scanValue(after nameEnd: Int, of attribute: inout HTMLAttribute) -> Int? {
    let count = bytes.count
    var index = nameEnd
    while index < count, HTMLBytes.isWhitespace(bytes[index]) { index &+= 1 }
    guard index < count, bytes[index] == 0x3D else {
      attribute.value = nameEnd..<nameEnd
      return nameEnd
    }
    index &+= 1
    while index < count, HTMLBytes.isWhitespace(bytes[index]) { index &+= 1 }
    guard index < count else { return nil }
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27 {
      index &+= 1
      guard let end = HTMLScan.index(of: quote, in: bytes, from: index) else { return nil }
      attribute.quote = quote == 0x22 ? .double : .single
      attribute.value = index..<end
      return end &+ 1
    }
    let valueStart = index
    while index < count, bytes[index] != 0x3E, !HTMLBytes.isWhitespace(bytes[index]) {
      if bytes[index] < 0x20 || isNoncharacter(at: index) { token.hasForbiddenCharacters = true }
      index &+= 1
    }
    attribute.quote = .unquoted
    attribute.value = valueStart..<index
    return index
  }

  /// U+FFFE or U+FFFF, which XML forbids.
  private func isNoncharacter(at index: Int) -> Bool {
    bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF
      && bytes[index + 2] >= 0xBE
  }
}

/// Searches of byte buffers.
enum HTMLScan {
  /// The first place of the byte at or after the index.
  @inline(__always)
  static func index(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    guard let found = memchr(base + start, Int32(byte), bytes.count &- start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether the lower-case ASCII text stands there in any case.
  static func hasPrefix(
    _ lowercase: StaticString,
    in bytes: UnsafeBufferPointer<UInt8>,
    at start: Int
  ) -> Bool {
    let length = lowercase.utf8CodeUnitCount
    guard start >= 0, start <= bytes.count, bytes.count - start >= length else { return false }
    return lowercase.withUTF8Buffer { expected in
      for offset in 0..<length
      where HTMLBytes.lowercased(bytes[start + offset]) != expected[offset] {
        return false
      }
      return true
    }
  }
}
