import FeedModel
import FeedSources

/// Contents of entries that are in both versions, for rules that look at texts.
struct EntryTexts {
  /// So many entries are held at once.
  private static let window = 256

  private let versions: ForecastVersions

  init(_ versions: ForecastVersions) { self.versions = versions }

  /// Hands on the contents of pairs, one after the other. Those that cannot be read again are left out.
  func forEach(
    _ pairs: [(old: Int, new: Int)],
    _ body: (Post, Post, _ new: Int) -> Void
  ) throws(FileError) {
    guard !pairs.isEmpty, let before = EntryContents(versions.old),
      let after = EntryContents(versions.new)
    else { return }
    var start = 0
    while start < pairs.count {
      let some = pairs[start..<min(start + Self.window, pairs.count)]
      let oldPosts = try before.posts(Array(Set(some.map(\.old))))
      let newPosts = try after.posts(some.map(\.new))
      for pair in some {
        guard let old = oldPosts[pair.old], let new = newPosts[pair.new] else { continue }
        body(old, new, pair.new)
      }
      start += Self.window
    }
  }
}
