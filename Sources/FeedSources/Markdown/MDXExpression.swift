import FeedModel

/// What stands between braces in MDX.
enum MDXExpression: Equatable {
  /// The comment with which authors end the excerpt, `/* truncate */`, by its word.
  case marker(String)
  /// Another comment, or nothing.
  case comment
  /// A string without parts to be computed, or a number: its characters.
  case literal([UInt8])
  /// What has to be run.
  case other

  init(_ inside: Slice<UnsafeBufferPointer<UInt8>>) {
    var text = inside
    while let first = text.first, first <= 0x20 { text = text.dropFirst() }
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    guard let first = text.first, let last = text.last else {
      self = .comment
      return
    }
    if text.starts(with: "/*".utf8) {
      self = Self.comment(text) ?? .other
    } else if first == last, text.count >= 2, Self.quotes.contains(first) {
      self = Self.unescaped(text.dropFirst().dropLast(), quote: first).map(Self.literal) ?? .other
    } else if text.count < 20, text.allSatisfy({ MDXReader.isDigit($0) || $0 == 0x2E }) {
      self = .literal(Array(text))
    } else {
      self = .other
    }
  }

  private static let quotes = Array("\"'`".utf8)

  private static func comment(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Self? {
    guard text.count >= 4, text.suffix(2).elementsEqual("*/".utf8) else { return nil }
    let words = text.dropFirst(2).dropLast(2)
    // Something may stand between two comments.
    guard !zip(words, words.dropFirst()).contains(where: { $0 == 0x2A && $1 == 0x2F }) else {
      return nil
    }
    let trimmed = String(decoding: words.prefix(64), as: UTF8.self).trimmingSpaces()
    return trimmed == "truncate" || trimmed == "more" ? .marker(trimmed) : .comment
  }

  private static func unescaped(
    _ text: Slice<UnsafeBufferPointer<UInt8>>,
    quote: UInt8
  ) -> [UInt8]? {
    var output: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case quote: return nil
      case UInt8(ascii: "$") where quote == UInt8(ascii: "`"):
        if index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "{") { return nil }
        output.append(byte)
      case UInt8(ascii: "\\"):
        index += 1
        guard index < text.endIndex else { return nil }
        switch text[index] {
        case UInt8(ascii: "n"): output.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
          output.append(text[index])
        default: return nil
        }
      default: output.append(byte)
      }
      index += 1
    }
    return output
  }
}
