import FeedModel

/// Finds for posts that a ledger does not know the sources that they were before: files that were
/// renamed or moved.
///
/// A source counts only if it is gone, and a match only if it is the only one on both sides.
struct MovedSources {
  /// What a post was recognized by.
  enum Basis: String, Sendable {
    /// It would get the very id that the other had.
    case id = "by its address"
    /// The files are called the same, and the dates are a day apart at most.
    case name = "by name and date"
    /// No other post, known or gone, has the date.
    case date = "by date"
  }

  /// A post and what it was.
  struct Move: Sendable {
    /// The post, by index.
    var post: Int
    /// What the ledger had of it, by index of the entry.
    var entry: Int
    var basis: Basis
  }

  private(set) var moves: [Move] = []
  private let posts: [PostIdentity]
  private let ledger: IDLedger
  private var newcomers: [Int]
  private var gone: [Int]

  private static let longestDay: Int64 = 86_400
  /// How many folders of a path are compared at most.
  private static let mostFolders = 2

  /// - Parameters:
  ///   - posts: All posts of the site.
  ///   - newcomers: Those that the ledger does not know, by index.
  ///   - gone: The entries of sources that are no longer there, by index.
  init(_ posts: [PostIdentity], newcomers: [Int], ledger: IDLedger, gone: [Int]) {
    self.posts = posts
    self.ledger = ledger
    self.newcomers = newcomers
    self.gone = gone
    guard !gone.isEmpty else { return }
    pair(.id, post: { posts[$0].id }, entry: { ledger.entries[$0].line.id })
    // Counted before names settle some: a date that two had says nothing of the one that is left.
    let dates = lonelyDates()
    for folders in (0...Self.mostFolders).reversed() {
      pair(
        .name,
        post: { SourceName(posts[$0].source).key(folders: folders) },
        entry: { SourceName(ledger.entries[$0].line.source).key(folders: folders) },
        where: { Self.areNear(posts[$0].published, ledger.entries[$1].line.date) }
      )
    }
    pair(
      .date,
      post: { posts[$0].published.flatMap { dates.contains($0) ? $0 : nil } },
      entry: { ledger.entries[$0].line.date }
    )
  }

  /// The dates that one post and one gone source have.
  private func lonelyDates() -> Set<Timestamp> {
    var ofPosts: [Timestamp: Int] = [:]
    for post in posts {
      if let date = post.published { ofPosts[date, default: 0] += 1 }
    }
    var ofGone: [Timestamp: Int] = [:]
    for entry in gone {
      if let date = ledger.entries[entry].line.date { ofGone[date, default: 0] += 1 }
    }
    return Set(ofGone.filter { $0.value == 1 && ofPosts[$0.key] == 1 }.keys)
  }

  private mutating func pair<Key: Hashable>(
    _ basis: Basis,
    post: (Int) -> Key?,
    entry: (Int) -> Key?,
    where isLikely: (Int, Int) -> Bool = { _, _ in true }
  ) {
    guard !newcomers.isEmpty, !gone.isEmpty else { return }
    var sides: [Key: (posts: [Int], entries: [Int])] = [:]
    for index in gone {
      if let key = entry(index) { sides[key, default: ([], [])].entries.append(index) }
    }
    for index in newcomers {
      guard let key = post(index) else { continue }
      sides[key]?.posts.append(index)
    }
    var found: [Move] = []
    for side in sides.values {
      guard side.posts.count == 1, side.entries.count == 1, isLikely(side.posts[0], side.entries[0])
      else { continue }
      found.append(Move(post: side.posts[0], entry: side.entries[0], basis: basis))
    }
    guard !found.isEmpty else { return }
    moves += found
    let taken = Set(found.map(\.post))
    let takenEntries = Set(found.map(\.entry))
    newcomers.removeAll { taken.contains($0) }
    gone.removeAll { takenEntries.contains($0) }
  }

  private static func areNear(_ left: Timestamp?, _ right: Timestamp?) -> Bool {
    guard let left, let right else { return false }
    return abs(left.secondsSince1970 - right.secondsSince1970) <= longestDay
  }
}
