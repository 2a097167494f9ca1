extension Mender {
  /// White space and byte order marks before the XML declaration.
  static let declarationPlace = Mender(rules: ["xml-declaration-late"]) { _, _, document in
    let text = document.text
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = text.starts(with: mark) ? 3 : 0
    var end = start
    while end < text.count {
      if XMLSource.isSpace(text[end]) {
        end += 1
      } else if text[end...].starts(with: mark) {
        end += 3
      } else {
        break
      }
    }
    guard end > start, text[end...].starts(with: "<?xml".utf8) else { return nil }
    return TextFix("remove what is before the XML declaration", start..<end, [])
  }
}
