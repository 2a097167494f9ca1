import FeedDiff
import FeedModel
import FeedSources

/// The entries of several feeds as one: what two of them have is there once.
struct EntryMerge {
  /// An entry without its texts.
  struct Merged {
    var post: Post
    /// Where its texts are.
    var texts: Range<Int>
    /// The feed, by index.
    var feed: Int
    fileprivate var isCopy: Bool
    fileprivate var fingerprint: UInt64
  }

  /// The texts of the entries.
  let contents = SpooledContents()
  /// The entries, in the order of the feeds.
  private(set) var entries: [Merged] = []
  /// How many were there already.
  private(set) var repeated = 0
  /// Entries by the ids that their feeds gave them.
  private var byID: [String: [Int]] = [:]
  private var ids: Set<String> = []

  /// Adds the entries of the next feed.
  ///
  /// - Parameter mark: What tells the feed from others, and stays.
  mutating func add(_ more: [SourceEntries.Entry], feed: Int, mark: String) throws(FileError) {
    for entry in more {
      let known = byID[entry.post.id] ?? []
      if let same = known.first(where: { isSame(entries[$0], entry) }) {
        repeated += 1
        // Who has it from another feed gives way to that.
        if entries[same].isCopy, !entry.isCopy {
          let id = entries[same].post.id
          entries[same] = try merged(entry, feed)
          entries[same].post.id = id
        }
        continue
      }
      byID[entry.post.id, default: []].append(entries.count)
      var merged = try merged(entry, feed)
      merged.post.id = distinct(entry.post.id, mark)
      entries.append(merged)
    }
  }

  private func merged(_ entry: SourceEntries.Entry, _ feed: Int) throws(FileError) -> Merged {
    var post = entry.post
    let texts = try contents.take(from: &post)
    return Merged(
      post: post,
      texts: texts,
      feed: feed,
      isCopy: entry.isCopy,
      fingerprint: entry.fingerprint
    )
  }

  /// An id that no entry has yet. The mark is made of the feed, which stays, and of nothing that an
  /// author may correct.
  private mutating func distinct(_ id: String, _ mark: String) -> String {
    if ids.insert(id).inserted { return id }
    let separator = id.contains("#") ? "-" : "#"
    let marked = id + separator + StableHash.hexadecimal(of: mark)
    var distinct = marked
    var number = 2
    while !ids.insert(distinct).inserted {
      distinct = "\(marked)-\(number)"
      number += 1
    }
    return distinct
  }

  /// Whether two entries with one id are one: ids such as `1` are nobody's own.
  private func isSame(_ known: Merged, _ entry: SourceEntries.Entry) -> Bool {
    let (left, right) = (known.post, entry.post)
    if let one = left.permalink, let other = right.permalink, Self.key(one) == Self.key(other) {
      return true
    }
    if known.fingerprint == entry.fingerprint, known.fingerprint != Fingerprint.none { return true }
    guard let title = left.title, !title.isEmpty, title == right.title, let date = left.date else {
      return false
    }
    return date == right.date
  }

  /// An address without what differs among copies.
  private static func key(_ address: String) -> Substring {
    var rest = address[...]
    if let slashes = rest.firstRange(of: "//") { rest = rest[slashes.upperBound...] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    if let end = rest.firstIndex(of: "#") { rest = rest[..<end] }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return rest
  }
}
