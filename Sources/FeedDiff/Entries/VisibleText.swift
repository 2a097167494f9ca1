import FeedModel
import FeedXML

/// What a subscriber reads of an entry, beside its title.
enum VisibleText {
  /// The text of the content; of the summary where there is none. White space is collapsed.
  static func of(_ post: Post) -> String {
    if let html = post.content?.html, !html.isEmpty { return HTMLText.plain(html) }
    return collapsed(post.content?.text ?? post.content?.markdown ?? post.summary ?? "")
  }

  /// A text with one space for all white space.
  static func collapsed(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var hasSpace = false
    for byte in text.utf8 {
      if byte <= 0x20 {
        hasSpace = !output.isEmpty
      } else {
        if hasSpace { output.append(0x20) }
        hasSpace = false
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
