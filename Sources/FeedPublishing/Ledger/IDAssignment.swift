import FeedModel
import FeedSources

/// Which id each post of a site has, by a ledger.
struct IDAssignment: Sendable {
  let ledger: IDLedger
  /// The ids, in the order of the posts.
  private(set) var ids: [String]
  /// The lines of the ledger that give them, by number; nil for posts that it does not know.
  private(set) var ledgerLines: [Int?]
  /// What the ledger lacks.
  private(set) var lines: [LedgerLine] = []
  /// What should be known of single posts.
  private(set) var notes: [BuildReport.Note] = []
  /// Posts that cannot have the id that they would get.
  private(set) var conflicts: [SourceProblem] = []
  /// Posts that would have another id without the ledger, by path.
  private(set) var kept: [BuildReport.KeptID] = []

  /// The configuration's, which sources count from.
  private let folder: String

  /// - Parameters:
  ///   - folder: The configuration's, which sources count from.
  ///   - leftOut: The files that have posts in no feed.
  init(
    _ ledger: IDLedger,
    posts: [PostIdentity],
    folder: String,
    leftOut: () -> Set<String>
  ) {
    self.ledger = ledger
    self.folder = folder
    ids = posts.map(\.id)
    ledgerLines = [Int?](repeating: nil, count: posts.count)
    var isUsed = [Bool](repeating: false, count: ledger.entries.count)
    var newcomers: [Int] = []
    for (index, post) in posts.enumerated() {
      guard let entry = ledger.index(of: post.source) else {
        newcomers.append(index)
        continue
      }
      isUsed[entry] = true
      give(entry, to: index)
      noteDate(of: post, known: ledger.entries[entry].line)
    }
    if !newcomers.isEmpty {
      let unused = ledger.entries.indices.filter { !isUsed[$0] }
      settle(newcomers, posts, sorted(unused, leftOut))
    }
    for (index, post) in posts.enumerated() where ids[index] != post.id {
      kept.append(BuildReport.KeptID(path: post.path, id: ids[index], computed: post.id))
    }
    kept.sort { ($0.path, $0.id) < ($1.path, $1.id) }
    lines.sort()
  }

  private mutating func give(_ entry: Int, to post: Int) {
    ids[post] = ledger.entries[entry].line.id
    ledgerLines[post] = ledger.entries[entry].number
  }

  /// Adds a line for a post that was dated anew.
  private mutating func noteDate(of post: PostIdentity, known: LedgerLine) {
    guard let date = known.date, post.published != date else { return }
    lines.append(
      LedgerLine(
        source: post.source,
        id: known.id,
        published: known.published,
        dated: post.published
      )
    )
  }

  /// Finds the ids of posts that the ledger does not know.
  private mutating func settle(
    _ newcomers: [Int],
    _ posts: [PostIdentity],
    _ unused: UnusedEntries
  ) {
    let moved = MovedSources(posts, newcomers: newcomers, ledger: ledger, gone: unused.gone)
    for move in moved.moves {
      give(move.entry, to: move.post)
      let old = ledger.entries[move.entry].line
      lines.append(
        LedgerLine(
          source: posts[move.post].source,
          id: old.id,
          published: old.published,
          dated: posts[move.post].published
        )
      )
      notes.append(
        BuildReport.Note(
          path: posts[move.post].path,
          message: "is what \(old.source) was (\(move.basis.rawValue)), and keeps its id"
        )
      )
    }
    for index in newcomers where ledgerLines[index] == nil {
      let post = posts[index]
      if let other = unused.leftOut[post.id] {
        let entry = ledger.entries[other]
        conflicts.append(
          SourceProblem(
            path: post.path,
            message: "would have the id that \(ledger.path):\(entry.number) keeps for "
              + "\(entry.line.source), which is there but in no feed: \(post.id)",
            help: "give this post another slug or address, or delete the other"
          )
        )
      }
      lines.append(LedgerLine(source: post.source, id: post.id, published: post.published))
    }
    conflicts.sort { ($0.path, $0.message) < ($1.path, $1.message) }
  }

  /// Entries that are no post's.
  private struct UnusedEntries {
    /// Those of sources that are gone, by index: no folder of posts has them, though an old one may.
    var gone: [Int] = []
    /// Those of files that are among the others but in no feed, such as drafts, by their ids.
    var leftOut: [String: Int] = [:]
  }

  private func sorted(_ unused: [Int], _ leftOut: () -> Set<String>) -> UnusedEntries {
    var sorted = UnusedEntries()
    guard !unused.isEmpty else { return sorted }
    // What moved twice left two lines with its id: the last one is what it was.
    var latest: [String: Int] = [:]
    for index in unused { latest[ledger.entries[index].line.id] = index }
    let taken = Set(zip(ids, ledgerLines).lazy.filter { $0.1 != nil }.map(\.0))
    let files = leftOut()
    for index in unused {
      let line = ledger.entries[index].line
      guard latest[line.id] == index, !taken.contains(line.id) else { continue }
      let name = SourceName(line.source)
      let path = SourceListing.joined(folder, String(name.file))
      if !files.contains(path) {
        sorted.gone.append(index)
      } else if name.nameInFile == nil {
        sorted.leftOut[line.id] = index
      }
      // Of a file with many posts, some of which are left out, nobody knows which they are.
    }
    return sorted
  }
}

extension IDAssignment {
  /// What a build tells of the ledger.
  var report: BuildReport.Ledger {
    BuildReport.Ledger(
      path: ledger.path,
      kept: kept,
      addedLines: lines.count,
      tornLine: ledger.tornLine
    )
  }
}
