import FeedModel
import FeedXML

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads texts that people see and that have no markup in the model: titles, names, subjects.
enum PlainText {
  /// What the text is.
  enum Kind {
    /// Text as it is.
    case plain
    /// HTML.
    case html
    /// Text that should be plain, and is HTML in many feeds.
    case guessed
  }

  /// The text on one line, and whether it was taken for HTML by its looks; nil where there is none.
  static func line(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ kind: Kind,
    guesses: Bool
  ) -> (text: String, isGuess: Bool)? {
    let text: String
    var isGuess = false
    switch kind {
    case .plain: text = String(decoding: bytes, as: UTF8.self).collapsingSpaces()
    case .html: text = HTMLText.plain(bytes, maximumCharacters: nil)
    case .guessed:
      let looks = guesses ? looks(of: bytes) : .plain
      isGuess = looks != .plain
      switch looks {
      case .plain: text = String(decoding: bytes, as: UTF8.self).collapsingSpaces()
      case .references:
        text = String(decoding: HTMLReferences.decoded(bytes), as: UTF8.self).collapsingSpaces()
      case .elements: text = HTMLText.plain(bytes, maximumCharacters: nil)
      }
    }
    return text.isEmpty ? nil : (text, isGuess)
  }

  /// What a text looks like.
  enum Looks {
    case plain
    /// It has references such as `&amp;` or `&#8217;`. Tags are text then: a title may be about `<div>`.
    case references
    /// It has tags that end what they began, or line breaks.
    case elements
  }

  static func looks(of bytes: UnsafeBufferPointer<UInt8>) -> Looks {
    if hasTags(bytes) { return .elements }
    var index = 0
    while let ampersand = find(UInt8(ascii: "&"), bytes, from: index) {
      if let end = HTMLReferences.end(ofReferenceAt: ampersand, in: bytes),
        bytes[end - 1] == UInt8(ascii: ";")
      {
        return .references
      }
      index = ampersand + 1
    }
    return .plain
  }

  /// Whether there is an end tag of an element that texts have, or a `br`, `img` or `hr`.
  static func hasTags(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while let start = find(UInt8(ascii: "<"), bytes, from: index) {
      index = start + 1
      let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
      var end = isEnd ? index + 1 : index
      let nameStart = end
      while end < bytes.count, end - nameStart < 12, isNameByte(bytes[end]) { end += 1 }
      guard end > nameStart, end < bytes.count, endsName(bytes[end]) else { continue }
      let name = String(decoding: bytes[nameStart..<end], as: UTF8.self).lowercased()
      if isEnd ? textElements.contains(name) : emptyElements.contains(name) { return true }
    }
    return false
  }

  private static let textElements: Set<String> = [
    "a", "abbr", "acronym", "b", "big", "blockquote", "cite", "code", "del", "div", "em", "font",
    "h1", "h2", "h3", "h4", "h5", "h6", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "table", "tt", "u", "ul", "var",
  ]
  private static let emptyElements: Set<String> = ["br", "hr", "img"]

  private static func find(
    _ byte: UInt8,
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
