/// Turns a text into a part of an address: `Why Swift?` becomes `why-swift`.
public enum Slug {
  /// What becomes of the characters of a name, as a site generator has it.
  public struct Style: Sendable, Equatable {
    /// ASCII punctuation that stays.
    public var kept: String
    /// Whether other punctuation separates words, as white space does; else it is dropped.
    public var separatesAtPunctuation: Bool
    /// Whether letters become small ones.
    public var lowercases: Bool
    /// Whether small Latin letters lose their accents: `ü` becomes `u`, `ß` `ss`.
    public var foldsAccents: Bool

    /// A style from its parts.
    public init(
      keeping kept: String = "",
      separatesAtPunctuation: Bool = true,
      lowercases: Bool = true,
      foldsAccents: Bool = false
    ) {
      self.kept = kept
      self.separatesAtPunctuation = separatesAtPunctuation
      self.lowercases = lowercases
      self.foldsAccents = foldsAccents
    }
  }

  /// Letters and digits of any script in lower case, with single hyphens between them.
  public static func make(from text: String) -> String { make(from: text, in: Style()) }

  /// Letters and digits of any script, the punctuation that the style keeps, and single hyphens
  /// between words.
  public static func make(from text: String, in style: Style) -> String {
    guard !isSlug(text) else { return text }
    var slug = ""
    var needsHyphen = false
    for scalar in text.unicodeScalars {
      if isPartOfWord(scalar) || style.kept.unicodeScalars.contains(scalar) {
        if needsHyphen, !slug.isEmpty { slug += "-" }
        needsHyphen = false
        let letter = style.lowercases ? scalar.properties.lowercaseMapping : String(scalar)
        slug += style.foldsAccents ? folded(letter) : letter
      } else if scalar == "-" || scalar.properties.isWhitespace {
        needsHyphen = true
      } else if style.separatesAtPunctuation, scalar != "'", scalar != "\u{2019}" {
        needsHyphen = true
      }
    }
    return slug
  }

  /// Most names of files are slugs already, in every style.
  private static func isSlug(_ text: String) -> Bool {
    var previous = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != byte: break
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-")
  }

  private static func folded(_ letter: String) -> String {
    guard let first = letter.unicodeScalars.first, !first.isASCII else { return letter }
    // An accent of its own, behind its letter.
    if first.properties.generalCategory == .nonspacingMark { return "" }
    return foldings.first { $0.letters.unicodeScalars.contains(first) }?.ascii ?? letter
  }

  /// The small letters of Latin-1 and Latin Extended-A, and Romanian's.
  private static let foldings: [(letters: String, ascii: String)] = [
    ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"),
    ("ĥħ", "h"), ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉ", "n"),
    ("òóôõöøōŏő", "o"), ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
    ("ĳ", "ij"),
  ]

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
