/// Languages as feeds name them.
enum LanguageTag {
  /// The tag that a text most likely means (RFC 5646 section 2.1), and a word on what was wrong with
  /// it to `note`; nil for the names of languages and other words.
  static func read(_ text: String, note: (String) -> Void) -> String? {
    guard isTag(text) else {
      // The locales of programs have underscores, and may name an encoding.
      let locale = text.prefix { $0 != "." && $0 != "@" }
      let tag = String(locale.map { $0 == "_" ? "-" : $0 })
      guard isTag(tag) else {
        note("is no language tag: \(excerpt(text)) is left out")
        return nil
      }
      note("is read as \(tag): \(excerpt(text))")
      return tag
    }
    return text
  }

  /// A code of two or three letters, then parts of up to eight letters and digits; or a private name.
  private static func isTag(_ text: String) -> Bool {
    var parts = 0
    var last = 0
    for part in text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
      parts += 1
      let isLetters = part.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      if parts == 1 {
        let isPrivate = part.count == 1 && (part.first == 0x78 || part.first == 0x69)
        guard isLetters, part.count == 2 || part.count == 3 || isPrivate else { return false }
      }
      let isWord = part.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
      guard isWord, (1...8).contains(part.count) else { return false }
      last = part.count
    }
    // One letter begins an extension, and something follows it.
    return last > 1
  }
}
