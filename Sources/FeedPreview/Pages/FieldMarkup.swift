import FeedDiff

/// How a field of an entry changed, as HTML.
enum FieldMarkup {
  /// Words on each side of a change.
  private static let context = 12
  /// So many places of a text are shown.
  private static let mostPlaces = 20

  /// A row of a list of fields.
  static func row(_ detail: FieldDetail) -> String {
    let name = Markup.text(detail.field.rawValue)
    if detail.isMarkupOnly { return "<dt>\(name)</dt><dd>markup only</dd>\n" }
    if let words = detail.words, words.removed + words.added > 0 {
      let places = WordPlaces(words, context: context).places
      var html = "<dt>\(name)</dt>"
      for place in places.prefix(mostPlaces) { html += "<dd dir=\"auto\">\(pieces(place))</dd>" }
      let rest = places.count - mostPlaces
      if rest > 0 { html += "<dd class=\"quiet\">and \(rest) more places</dd>" }
      return html + "\n"
    }
    guard detail.before != nil || detail.after != nil else {
      return "<dt>\(name)</dt><dd>changed</dd>\n"
    }
    let before = detail.before.map { "<del>\(Markup.text($0))</del>" } ?? "none"
    let after = detail.after.map { "<ins>\(Markup.text($0))</ins>" } ?? "none"
    return "<dt>\(name)</dt><dd dir=\"auto\">\(before) → \(after)</dd>\n"
  }

  private static func pieces(_ pieces: [WordDiff.Piece]) -> String {
    pieces.map { piece in
      switch piece.kind {
      case .kept: Markup.text(piece.text)
      case .removed: "<del>\(Markup.text(piece.text))</del>"
      case .added: "<ins>\(Markup.text(piece.text))</ins>"
      }
    }.joined(separator: " ")
  }
}
