/// Pieces of a feed in messages: short, on one line, and nothing in them that a terminal obeys.
public enum Excerpt {
  /// How many characters are shown.
  static let longest = 60

  /// The text in quotation marks, cut after ``longest`` characters, control characters shown as
  /// their pictures.
  public static func quote(_ bytes: some Sequence<UInt8>) -> String {
    var head: [UInt8] = []
    for byte in bytes {
      head.append(byte)
      if head.count > 4 * longest + 4 { break }
    }
    let text = String(decoding: head, as: UTF8.self)
    var shown = "“"
    var count = 0
    for character in text.unicodeScalars {
      if count == longest {
        return shown + "…”"
      }
      shown.unicodeScalars.append(visible(character))
      count += 1
    }
    return shown + "”"
  }

  /// See ``quote(_:)-``.
  public static func quote(_ text: String) -> String {
    quote(text.utf8)
  }

  /// A message that quotes a document, with pictures of control characters instead of them.
  static func oneLine(_ message: String) -> String {
    guard message.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return message }
    var line = String.UnicodeScalarView()
    for scalar in message.unicodeScalars { line.append(visible(scalar)) }
    return String(line)
  }

  /// A character that a terminal shows and does not obey.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    // C1 controls, and the marks that turn the direction of what follows around.
    case 0x80...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
