import FeedModel

/// Pieces of HTML that several reports are made of.
enum DiffMarkup {
  /// A place at which a text changed, with `del` and `ins`.
  static func place(_ pieces: [WordDiff.Piece]) -> String {
    pieces.map { piece in
      switch piece.kind {
      case .kept: escaped(piece.text)
      case .removed: "<del>\(escaped(piece.text))</del>"
      case .added: "<ins>\(escaped(piece.text))</ins>"
      }
    }.joined(separator: " ")
  }

  /// What a field was and is.
  static func change(_ detail: FieldDetail) -> String {
    let before = detail.before.map { "<del>\(escaped($0))</del>" } ?? "none"
    let after = detail.after.map { "<ins>\(escaped($0))</ins>" } ?? "none"
    return "\(before) → \(after)"
  }

  /// Text in which nothing is markup.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22].contains($0) }) else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  /// The address; nil for what should not be clicked on, such as `javascript:`.
  static func linkTarget(_ address: String) -> String? {
    ["http", "https"].contains(URI.scheme(of: address)) ? address : nil
  }
}

extension CauseSummary {
  /// `37 entries have other ids: the host changed (a → b)`; the names are written by `name`.
  public func sentence(of count: Int, name: (String) -> String) -> String {
    var text = count == 1 ? "1 entry has another id" : "\(count) entries have other ids"
    guard let cause else { return text }
    text += self.count == count ? ": " : ", of \(self.count): "
    text += cause.words
    if let (before, after) = replacement { text += " (\(name(before)) → \(name(after)))" }
    return text
  }
}

extension [UInt8] {
  /// Appends a line of text.
  mutating func appendLine(_ text: String) {
    append(contentsOf: text.utf8)
    append(0x0A)
  }
}
