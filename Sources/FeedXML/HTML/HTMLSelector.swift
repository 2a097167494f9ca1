/// A list of compound CSS selectors: `aside`, `.ad`, `#toc`, `div.share[data-kind="x"]`, `[hidden]`,
/// `a[href^="https://ads."]`, `nav, .toc`. Combinators and pseudo-classes are not supported.
public struct HTMLSelector: Sendable, Hashable {
  /// Why a text is no selector.
  public struct ParseError: Error, Sendable, Equatable, CustomStringConvertible {
    /// UTF-8 bytes before the fault.
    public let offset: Int
    /// What is wrong there.
    public let message: String

    /// Offset and message.
    public var description: String { "selector, at offset \(offset): \(message)" }
  }

  enum Match: Sendable, Hashable {
    /// `[a]`.
    case present
    /// `[a=v]`.
    case equals
    /// `[a~=v]`, a word of a list.
    case word
    /// `[a|=v]`, the value or a prefix of it up to a hyphen.
    case dashPrefix
    /// `[a^=v]`.
    case prefix
    /// `[a$=v]`.
    case suffix
    /// `[a*=v]`.
    case substring
  }

  struct AttributeTest: Sendable, Hashable {
    var name: HTMLNameKey
    var match: Match
    var value: [UInt8]
  }

  struct Compound: Sendable, Hashable {
    /// Nil matches every element.
    var tag: HTMLNameKey?
    var tests: [AttributeTest] = []
  }

  /// The text that was parsed.
  public let text: String
  let compounds: [Compound]

  /// Parses a selector list.
  public init(parsing text: String) throws(ParseError) {
    var parser = HTMLSelectorParser(Array(text.utf8))
    compounds = try parser.list()
    self.text = text
  }

  /// Whether a start tag matches.
  func matches(
    _ token: HTMLToken,
    _ attributes: [HTMLAttribute],
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for compound in compounds {
      if let tag = compound.tag, tag != token.key { continue }
      if compound.tests.allSatisfy({ $0.matches(attributes, in: bytes) }) { return true }
    }
    return false
  }
}

extension HTMLSelector.AttributeTest {
  fileprivate func matches(
    _ attributes: [HTMLAttribute],
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // Of duplicates the first counts.
    guard let attribute = attributes.first(where: { $0.key == name }) else { return false }
    if match == .present { return true }
    var actual: [UInt8] = []
    HTMLCharacterReferences.decode(bytes, attribute.value, inAttribute: true, into: &actual)
    switch match {
    case .present: return true
    case .equals: return actual == value
    case .word:
      return actual.split(whereSeparator: HTMLBytes.isWhitespace).contains {
        $0.elementsEqual(value)
      }
    case .dashPrefix:
      return actual.starts(with: value)
        && (actual.count == value.count || actual[value.count] == 0x2D)
    case .prefix: return !value.isEmpty && actual.starts(with: value)
    case .suffix: return !value.isEmpty && actual.suffix(value.count).elementsEqual(value)
    case .substring:
      guard !value.isEmpty, actual.count >= value.count else { return false }
      return (0...(actual.count - value.count)).contains {
        actual[$0..<($0 + value.count)].elementsEqual(value)
      }
    }
  }
}
