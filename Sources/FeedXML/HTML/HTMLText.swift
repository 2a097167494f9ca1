/// The text that a reader sees of an HTML fragment.
public enum HTMLText {
  /// The visible text: tags dropped, block boundaries and line breaks as spaces, references decoded,
  /// scripts, styles, drawings and form controls left out, white space collapsed.
  ///
  /// - Parameter maximumCharacters: Where the text is cut; what follows is not read.
  public static func plain(
    _ fragment: UnsafeBufferPointer<UInt8>,
    maximumCharacters: Int?
  ) -> String {
    guard let maximum = maximumCharacters else {
      var reader = HTMLTextReader(fragment)
      _ = reader.read(beyond: .max - 1)
      return String(decoding: reader.text, as: UTF8.self)
    }
    return String(beginning(of: fragment, characters: maximum).prefix(max(0, maximum)))
  }

  /// ``plain(_:maximumCharacters:)-(UnsafeBufferPointer<UInt8>,_)`` of a string.
  public static func plain(_ fragment: String, maximumCharacters: Int? = nil) -> String {
    var copy = fragment
    return copy.withUTF8 { plain($0, maximumCharacters: maximumCharacters) }
  }

  /// The first words of the visible text, with `…` when there are more. Each character of a script
  /// that is written without spaces counts as a word.
  public static func summary(of fragment: UnsafeBufferPointer<UInt8>, words: Int) -> String {
    guard words > 0 else { return "" }
    var reader = HTMLTextReader(fragment)
    var limit = words.multipliedReportingOverflow(by: 8).partialValue & .max
    while true {
      let hasMore = reader.read(beyond: limit)
      let text = String(decoding: reader.text, as: UTF8.self)
      if let end = HTMLTextCutting.end(ofWords: words, in: text) {
        return HTMLTextCutting.withEllipsis(text[..<end])
      }
      if !hasMore { return text }
      limit = reader.text.count * 2
    }
  }

  /// The start of the visible text in at most so many characters, the `…` at its end included. The
  /// cut is between words; between characters in scripts that are written without spaces.
  public static func summary(of fragment: UnsafeBufferPointer<UInt8>, characters: Int) -> String {
    guard characters > 0 else { return "" }
    let text = beginning(of: fragment, characters: characters)
    guard let limit = text.index(text.startIndex, offsetBy: characters, limitedBy: text.endIndex),
      limit < text.endIndex
    else { return text }
    let last = text.index(before: limit)
    return HTMLTextCutting.withEllipsis(
      text[..<HTMLTextCutting.wordBoundary(before: last, in: text)]
    )
  }

  /// ``summary(of:words:)-(UnsafeBufferPointer<UInt8>,_)`` of a string.
  public static func summary(of fragment: String, words: Int) -> String {
    var copy = fragment
    return copy.withUTF8 { summary(of: $0, words: words) }
  }

  /// ``summary(of:characters:)-(UnsafeBufferPointer<UInt8>,_)`` of a string.
  public static func summary(of fragment: String, characters: Int) -> String {
    var copy = fragment
    return copy.withUTF8 { summary(of: $0, characters: characters) }
  }

  /// All of the visible text, or at least one character more than asked for.
  private static func beginning(
    of fragment: UnsafeBufferPointer<UInt8>,
    characters: Int
  ) -> String {
    guard characters > 0 else { return "" }
    var reader = HTMLTextReader(fragment)
    var limit = characters
    while true {
      let hasMore = reader.read(beyond: limit)
      let text = String(decoding: reader.text, as: UTF8.self)
      // A character has one byte at least, so fewer bytes need no count; a family emoji has 25. The
      // last one counts for nothing while the text goes on: an accent may follow.
      if !hasMore || text.dropFirst(characters).count > 1 { return text }
      limit = reader.text.count * 2
    }
  }
}
