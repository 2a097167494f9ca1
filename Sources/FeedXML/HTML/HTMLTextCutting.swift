/// Where text may be cut.
enum HTMLTextCutting {
  /// The end of the last whole word before the place; the place itself in scripts without spaces and
  /// in a first word that is longer than the text may be.
  static func wordBoundary(before limit: String.Index, in text: String) -> String.Index {
    guard limit > text.startIndex, limit < text.endIndex else { return limit }
    if text[limit] == " " { return limit }
    let previous = text[text.index(before: limit)]
    if isWrittenWithoutSpaces(previous) || isWrittenWithoutSpaces(text[limit]) { return limit }
    var index = limit
    while index > text.startIndex {
      let before = text.index(before: index)
      if text[before] == " " { return before }
      if isWrittenWithoutSpaces(text[before]) { return index }
      index = before
    }
    return limit
  }

  /// Where the last of so many words ends; nil when no more words follow it. Punctuation by itself
  /// is no word.
  static func end(ofWords words: Int, in text: String) -> String.Index? {
    var count = 0
    var isInWord = false
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if scalar == " " {
        isInWord = false
      } else if isWrittenWithoutSpaces(scalar) {
        if !isMark(scalar) { count += 1 }
        isInWord = false
      } else if !isInWord, !isPunctuation(scalar) || index == scalars.startIndex {
        count += 1
        isInWord = true
      }
      if count > words {
        // Characters may have several scalars: back to the start of this one.
        guard index > text.startIndex else { return index }
        return text.index(after: text.index(before: index))
      }
      scalars.formIndex(after: &index)
    }
    return nil
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "(" || scalar == "\"" { return false }
    if HTMLBytes.isLetter(UInt8(truncatingIfNeeded: scalar.value)), scalar.isASCII { return false }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The text without white space and loose punctuation at its end, and an ellipsis.
  static func withEllipsis(_ text: Substring) -> String {
    var text = text
    while let last = text.last, last == " " || ",;:-–—…([".contains(last) { text.removeLast() }
    return text.isEmpty ? "" : text + "…"
  }

  /// Whether the character belongs to Han, Kana, Thai, Lao, Khmer, Myanmar or Tibetan.
  static func isWrittenWithoutSpaces(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(isWrittenWithoutSpaces) ?? false
  }

  static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x0E00 else { return false }
    switch scalar.value {
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF: return true
    case 0x2E80...0x2FDF, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF: return true
    case 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF: return true
    default: return false
    }
  }
}
