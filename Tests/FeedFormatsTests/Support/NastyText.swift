import TestSupport

/// Texts that break careless writers.
enum NastyText {
  static let pieces: [String] =
    (0...0x1F).map { String(Unicode.Scalar(UInt8($0))) } + [
      "&", "<", ">", "\"", "'", "]]>", "]", "-->", "<![CDATA[", "?>", "</", "&amp;", "&nbsp;",
      "&#0;",
      "%", "%41", "\\", "/", "{", "}", "\r\n", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}",
      "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{10FFFF}", "🚀", "👩‍👩‍👧", "東京", "，", "שלום",
      "مرحبا", "e\u{301}", "é", "a", "B", "7", " ", "  ", ": ", "<b>bold</b>", "words and words ",
    ]

  /// A text, empty now and then and very long once in a while.
  static func random(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<40, using: &random) {
    case 0..<3: return ""
    case 3: return String(repeating: "\(pick(&random))long ", count: 2_000)
    default:
      return (0..<Int.random(in: 1...12, using: &random)).map { _ in pick(&random) }.joined()
    }
  }

  /// The same or nothing.
  static func maybe(_ random: inout SeededGenerator) -> String? {
    Bool.random(using: &random) ? self.random(&random) : nil
  }

  private static func pick(_ random: inout SeededGenerator) -> String {
    pieces[Int.random(in: 0..<pieces.count, using: &random)]
  }

  /// What XML can hold of a text.
  static func kept(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isForbidden($0) }))
  }

  /// How many characters XML cannot hold.
  static func forbidden(in text: String?) -> Int {
    text?.unicodeScalars.count(where: isForbidden) ?? 0
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
