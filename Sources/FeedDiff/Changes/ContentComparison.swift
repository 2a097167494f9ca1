import FeedModel
import FeedSources

/// What fingerprints of contents leave open: whether only the markup differs, and whether an id was
/// given to another text. Contents are read again, some hundred entries at a time.
struct ContentComparison {
  private let old: FeedSnapshot
  private let new: FeedSnapshot
  private let isAcrossFormats: Bool

  /// So many entries are held at once.
  private static let window = 256
  /// Texts that have less in common are two.
  private static let leastSimilarity = 0.3

  init(_ old: FeedSnapshot, _ new: FeedSnapshot, acrossFormats: Bool) {
    self.old = old
    self.new = new
    isAcrossFormats = acrossFormats
  }

  /// Settles the fields of changes.
  func settle(_ changes: inout [EntryChange]) throws(FileError) {
    guard let before = EntryContents(old), let after = EntryContents(new) else { return }
    let open = changes.indices.filter { changes[$0].fields.contains(.content) }
    var start = 0
    while start < open.count {
      let some = open[start..<min(start + Self.window, open.count)]
      let oldPosts = try before.posts(some.compactMap { changes[$0].old })
      let newPosts = try after.posts(some.compactMap { changes[$0].new })
      for index in some {
        guard let old = changes[index].old.flatMap({ oldPosts[$0] }),
          let new = changes[index].new.flatMap({ newPosts[$0] })
        else { continue }
        settle(&changes[index], old, new)
      }
      start += Self.window
    }
  }

  private func settle(_ change: inout EntryChange, _ old: Post, _ new: Post) {
    let (before, after) = (VisibleText.of(old), VisibleText.of(new))
    if before == after {
      if isAcrossFormats {
        change.fields.remove(.content)
      } else {
        change.isMarkupOnly = true
      }
      return
    }
    guard change.kind == .changed, change.fields.isSuperset(of: [.title, .link]) else { return }
    change.isIDReused = Similarity.ofTexts(before, after) < Self.leastSimilarity
  }
}
