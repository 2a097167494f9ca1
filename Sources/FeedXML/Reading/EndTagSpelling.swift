import FeedModel

/// Whether an end tag is that of an element, only misspelt.
enum EndTagSpelling {
  static func isLike(_ written: String, _ open: String) -> Bool {
    guard !written.isEmpty else { return false }
    // `</author>` for `<itunes:author>`.
    if local(written).lowercased() == local(open).lowercased() { return true }
    // Of HTML's names, every second letter is another element: `</b>`, `</i>`.
    guard min(written.utf8.count, open.utf8.count) > 3 else { return false }
    return NearestWord.to(written, among: [open]) != nil
  }

  private static func local(_ name: String) -> Substring {
    name.split(separator: ":", maxSplits: 1).last ?? ""
  }
}
