/// An example as lines to look at, with a caret under what its mark points at.
struct ExampleText {
  /// The lines, carets among them.
  let lines: [String]

  /// Longer lines are broken where tags begin, which says nothing else to a reader.
  private static let width = 88

  init(_ example: Example) {
    var lines: [String] = []
    for line in example.text.split(separator: "\n", omittingEmptySubsequences: false) {
      for piece in ExampleText.pieces(String(line)) {
        lines += ExampleText.shown(piece)
      }
    }
    self.lines = lines
  }

  /// Whether the example reads the same as its text, so that it can be copied.
  static func pieces(_ line: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for part in parts(line) {
      if !piece.isEmpty, piece.unicodeScalars.count + part.unicodeScalars.count > width {
        pieces.append(piece)
        piece = ""
      }
      piece += part
    }
    pieces.append(piece)
    return pieces
  }

  /// A line in parts that begin with a tag; the mark belongs to what follows it.
  private static func parts(_ line: String) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      let beginsTag = (scalar == "<" || scalar == "↓") && previous == ">"
      if beginsTag, !part.isEmpty {
        parts.append(String(part))
        part = String.UnicodeScalarView()
      }
      part.append(scalar)
      previous = scalar
    }
    parts.append(String(part))
    return parts
  }

  private static func shown(_ line: String) -> [String] {
    let scalars = line.unicodeScalars
    guard let mark = scalars.firstIndex(of: "↓") else { return [TerminalStyle.harmless(line)] }
    let before = scalars[..<mark]
    let rest = scalars[scalars.index(after: mark)...]
    var bare = String.UnicodeScalarView(before)
    bare.append(contentsOf: rest)
    let indent = before.reduce(0) { $0 + CharacterWidth.of(Excerpt.visible($1)) }
    return [
      TerminalStyle.harmless(String(bare)), String(repeating: " ", count: indent) + "^",
    ]
  }
}

extension Example.Frame {
  /// Where a piece stands, to follow `Fails` and `Passes`.
  var words: String {
    switch self {
    case .document: ""
    case .byteDocument: " with a byte a character"
    case .wideDocument: " in UTF-16"
    case .response: " as a server sends it"
    case .rssChannel: " in an RSS channel"
    case .rssItem: " in an RSS item"
    case .atomFeed: " in an Atom feed"
    case .atomEntry: " in an Atom entry"
    case .jsonFeed: " in a JSON Feed"
    case .jsonItem: " in an item of a JSON Feed"
    case .opmlBody: " in OPML's body"
    }
  }
}
