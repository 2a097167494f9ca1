/// A tag in a post's text.
struct TemplateTag {
  /// What kind of tag it is.
  enum Form {
    /// Something that goes without a word: a comment, the marks around raw text.
    case nothing
    /// A value: `{{ page.title }}`; its arguments are the expression.
    case value
    /// A tag by name, with an end tag or without.
    case start
    /// An end tag.
    case end
    /// An address with a prefix; its arguments are what follows the prefix.
    case address(LinkPrefix.Meaning)
  }

  var form: Form
  /// Where it stands in the body.
  var range: Range<Int>
  /// Its name; an end tag's without the mark of the end.
  var name = ""
  /// Where its arguments stand in the body.
  var arguments: Range<Int> = 0..<0
  /// Whether it takes the white space before it with it.
  var trimsBefore = false
  /// Whether it takes the white space after it with it.
  var trimsAfter = false
  /// Whether it never has an end tag.
  var isSelfClosing = false
  /// Whether it ends raw text.
  var isRawEnd = false
  /// The index of the tag that ends what it starts, or starts what it ends.
  var partner: Int?
  /// Of a condition's second branch: the index of the condition's end.
  var endOfCondition: Int?
}

/// Bytes that tags are made of.
enum TemplateBytes {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  /// Space within a line.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  static func isName(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text stands at an index.
  func has(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, count - index >= length else { return false }
    for offset in 0..<length where self[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Whether a text stands at an index.
  func has(_ text: some Collection<UInt8>, at index: Int) -> Bool {
    guard index >= 0, count - index >= text.count else { return false }
    return self[index..<(index + text.count)].elementsEqual(text)
  }

  /// A range of text without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, TemplateBytes.isSpace(self[start]) { start += 1 }
    while start < end, TemplateBytes.isSpace(self[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The first index from here on where there is no white space.
  func skippingSpace(from index: Int) -> Int {
    var index = index
    while index < count, TemplateBytes.isSpace(self[index]) { index += 1 }
    return index
  }

  /// A range as text.
  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
