import FeedFormats
import FeedModel
import FeedSources

/// Sees to it that no two entries have one id: readers take the second for a new version of the
/// first, or never show it. Keeps two hashes an entry.
struct DistinctIDs {
  private var ids: Set<Int> = []
  private var posts: Set<Int> = []

  /// Nothing was seen yet.
  init() {}

  /// What a post's id has to become; nil if the very same post was there before. Other posts get a
  /// mark that is made of what they say, so that it stays when entries before them come and go.
  mutating func distinctID(of post: Post) -> String? {
    let isNew = ids.insert(post.id.hashValue).inserted
    let isNewPost = posts.insert(Self.hash(of: post)).inserted
    if isNew { return post.id }
    guard isNewPost else { return nil }
    let separator = post.id.contains("#") ? "-" : "#"
    var text = "\(post.title ?? "")\n\(post.permalink ?? "")\n"
    if let date = post.published { text += "\(date.secondsSince1970)" }
    var id = post.id + separator + StableHash.hexadecimal(of: text)
    if ids.insert(id.hashValue).inserted { return id }
    text += post.content?.html ?? post.content?.text ?? post.summary ?? ""
    id = post.id + separator + StableHash.hexadecimal(of: text)
    // Where not even that tells them apart, their number does.
    var number = posts.count
    let marked = id
    while !ids.insert(id.hashValue).inserted {
      id = "\(marked)-\(number)"
      number += 1
    }
    return id
  }

  /// Posts that differ in nothing of this are shown as the same by any reader.
  private static func hash(of post: Post) -> Int {
    var hasher = Hasher()
    hasher.combine(post.id)
    hasher.combine(post.title)
    hasher.combine(post.permalink)
    hasher.combine(post.published?.secondsSince1970)
    hasher.combine(post.updated?.secondsSince1970)
    hasher.combine(post.summary?.utf8.count)
    hasher.combine(post.content?.html?.utf8.count)
    hasher.combine(post.content?.text?.utf8.count)
    return hasher.finalize()
  }
}

extension Omission {
  /// What is said of an entry that is there twice.
  static let repeatedPost = Omission(
    property: "entries",
    reason: "the same entry, with the same id, is there once"
  )

  /// What is said of an entry with the id of another.
  static let repeatedID = Omission(
    property: "id",
    reason: "another entry has the same, so a mark follows it"
  )
}
