/// Tells from the first bytes of a document in which syntax it is to be read.
struct DocumentSniffer {
  /// What a document is written in.
  enum Syntax {
    /// Something with a `<` first.
    case xml
    /// JSON, as one byte a character.
    case json
    /// JSON in UTF-16 or UTF-32.
    case wideJSON
    /// Something else; there may be XML after it.
    case other
    /// Nothing but white space.
    case empty
  }

  /// More white space than this is no beginning of anything.
  private static let mostWhiteSpace = 65_536

  private var count = 0
  private var isWide = false
  private var hasBracket = false

  /// Takes the next bytes; `nil` while they do not tell.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Syntax? {
    for byte in bytes {
      defer { count += 1 }
      if hasBracket { return byte == 0 ? .wideJSON : .json }
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D:
        if count >= DocumentSniffer.mostWhiteSpace { return .other }
      case 0:
        if count >= DocumentSniffer.mostWhiteSpace { return .other }
        isWide = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if isWide { return .wideJSON }
        hasBracket = true
      case UInt8(ascii: "<"):
        return .xml
      case 0xEF where count == 0, 0xBB where count == 1, 0xBF where count == 2:
        break
      case 0xFE where count < 4, 0xFF where count < 4:
        isWide = true
      default:
        return .other
      }
    }
    return nil
  }

  /// What a document is that ended before it told.
  func finish() -> Syntax {
    if hasBracket { return .json }
    return isWide ? .other : .empty
  }
}
