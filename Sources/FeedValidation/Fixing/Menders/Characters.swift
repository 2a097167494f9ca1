extension Mender {
  /// Characters that XML forbids: no reader gets to see them. One finding tells of them all.
  static let characters = Mender(rules: ["xml-character-forbidden"]) { _, _, document in
    let text = document.text
    var edits: [TextEdit] = []
    for index in text.indices {
      switch text[index] {
      case 0x09, 0x0A, 0x0D: break
      case ..<0x20: edits.append(TextEdit(index..<(index + 1), []))
      case 0xEF where index + 2 < text.count:
        // U+FFFE and U+FFFF.
        if text[index + 1] == 0xBF, text[index + 2] >= 0xBE {
          edits.append(TextEdit(index..<(index + 3), []))
        }
      default: break
      }
    }
    guard !edits.isEmpty else { return nil }
    let what = edits.count == 1 ? "the character" : "the \(edits.count) characters"
    return TextFix("remove \(what)", edits)
  }
}
