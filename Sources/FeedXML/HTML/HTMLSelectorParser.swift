/// Reads ``HTMLSelector`` from text (Selectors Level 4, the part without combinators).
struct HTMLSelectorParser {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func list() throws(HTMLSelector.ParseError) -> [HTMLSelector.Compound] {
    var compounds: [HTMLSelector.Compound] = []
    while true {
      skipWhitespace()
      compounds.append(try compound())
      let hadSpace = skipWhitespace()
      guard let byte = peek else { return compounds }
      switch byte {
      case 0x2C: index += 1
      case 0x3E, 0x2B, 0x7E:
        throw fault("combinators such as \"\(character(byte))\" are not supported")
      case 0x3A: throw fault("pseudo-classes and pseudo-elements are not supported")
      default:
        throw hadSpace
          ? fault("descendant combinators are not supported; separate selectors with commas")
          : fault("unexpected \"\(character(byte))\"")
      }
    }
  }

  private mutating func compound() throws(HTMLSelector.ParseError) -> HTMLSelector.Compound {
    var compound = HTMLSelector.Compound()
    let start = index
    if peek == 0x2A {
      index += 1
    } else if let byte = peek, Self.isNameByte(byte) {
      compound.tag = HTMLNameKey(try name("an element name"))
    }
    while let byte = peek {
      switch byte {
      case 0x2E:
        index += 1
        let value = try name("a class after \".\"")
        compound.tests.append(.init(name: HTMLNameKey("class"), match: .word, value: value))
      case 0x23:
        index += 1
        let value = try name("an id after \"#\"")
        compound.tests.append(.init(name: HTMLNameKey("id"), match: .equals, value: value))
      case 0x5B:
        index += 1
        compound.tests.append(try attributeTest())
      default:
        if index == start { throw fault("expected a selector, found \"\(character(byte))\"") }
        return compound
      }
    }
    if index == start { throw fault("expected a selector") }
    return compound
  }

  private mutating func attributeTest() throws(HTMLSelector.ParseError)
    -> HTMLSelector.AttributeTest
  {
    skipWhitespace()
    let key = HTMLNameKey(try name("an attribute name after \"[\""))
    skipWhitespace()
    if peek == 0x5D {
      index += 1
      return .init(name: key, match: .present, value: [])
    }
    let match: HTMLSelector.Match
    switch peek {
    case 0x3D: match = .equals
    case 0x7E: match = .word
    case 0x7C: match = .dashPrefix
    case 0x5E: match = .prefix
    case 0x24: match = .suffix
    case 0x2A: match = .substring
    default: throw fault("expected \"]\" or an operator such as \"=\" or \"^=\"")
    }
    if match != .equals { index += 1 }
    guard peek == 0x3D else { throw fault("expected \"=\"") }
    index += 1
    skipWhitespace()
    let value = try attributeValue()
    skipWhitespace()
    guard peek == 0x5D else { throw fault("expected \"]\"") }
    index += 1
    return .init(name: key, match: match, value: value)
  }

  private mutating func attributeValue() throws(HTMLSelector.ParseError) -> [UInt8] {
    guard let quote = peek, quote == 0x22 || quote == 0x27 else {
      return try name("a value")
    }
    let start = index
    index += 1
    var value: [UInt8] = []
    while let byte = peek {
      index += 1
      if byte == quote { return value }
      if byte == 0x5C, let escaped = peek {
        value.append(escaped)
        index += 1
      } else {
        value.append(byte)
      }
    }
    index = start
    throw fault("the quoted value does not end")
  }

  private mutating func name(_ expected: String) throws(HTMLSelector.ParseError) -> [UInt8] {
    var value: [UInt8] = []
    while let byte = peek {
      if byte == 0x5C, index + 1 < bytes.count {
        value.append(bytes[index + 1])
        index += 2
      } else if Self.isNameByte(byte) {
        value.append(byte)
        index += 1
      } else {
        break
      }
    }
    if value.isEmpty { throw fault("expected \(expected)") }
    return value
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  @discardableResult
  private mutating func skipWhitespace() -> Bool {
    let start = index
    while let byte = peek, HTMLBytes.isWhitespace(byte) { index += 1 }
    return index > start
  }

  private func fault(_ message: String) -> HTMLSelector.ParseError {
    .init(offset: index, message: message)
  }

  private func character(_ byte: UInt8) -> Character {
    Character(Unicode.Scalar(byte))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x2D || byte == 0x5F || HTMLBytes.isLetter(byte)
      || HTMLBytes.isDigit(byte)
  }
}
