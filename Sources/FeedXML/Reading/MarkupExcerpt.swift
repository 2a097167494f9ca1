/// Markup in messages: its beginning, on one line.
enum MarkupExcerpt {
  private static let longest = 40

  static func of(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let line = bytes.prefix(4 * longest).prefix { $0 >= 0x20 }
    let text = String(decoding: line, as: UTF8.self).unicodeScalars
    guard text.count > longest || line.count < bytes.count else { return String(text) }
    var shown = String(String.UnicodeScalarView(text.prefix(longest)))
    while shown.last == " " { shown.removeLast() }
    return shown + (text.count > longest ? "…" : "")
  }
}
