import FeedFormats
import FeedModel
import FeedSources

/// Reads entries again, for what fingerprints cannot tell.
///
/// Of a document in UTF-8 only its beginning and the entries that are wanted are read, as if nothing
/// else stood in it; of others all of it, up to the last one wanted.
struct EntryContents {
  private let snapshot: FeedSnapshot
  private let source: any DocumentSource

  /// Nil if nothing of the version can be read again.
  init?(_ snapshot: FeedSnapshot) {
    guard let source = snapshot.source else { return nil }
    self.snapshot = snapshot
    self.source = source
  }

  /// Hands on entries, in the order of the document.
  ///
  /// - Parameter indices: Which ones; in ascending order.
  func read(_ indices: [Int], _ body: @escaping (Int, Post) -> Void) throws(FileError) {
    guard let last = indices.last else { return }
    if snapshot.hasByteOffsets, indices.count * 2 < snapshot.count {
      let missing = try readParts(indices, body)
      if !missing.isEmpty { try readAll(missing, upTo: last, body) }
    } else {
      try readAll(indices, upTo: last, body)
    }
  }

  /// Entries by their index.
  func posts(_ indices: [Int]) throws(FileError) -> [Int: Post] {
    final class Posts { var byIndex: [Int: Post] = [:] }
    let posts = Posts()
    try read(indices.sorted()) { posts.byIndex[$0] = $1 }
    return posts.byIndex
  }

  /// Reads the document's beginning and some entries. Returns those that were not found so: what a
  /// lenient reader takes for an entry may reach into the next.
  private func readParts(
    _ indices: [Int],
    _ body: @escaping (Int, Post) -> Void
  ) throws(FileError) -> [Int] {
    final class Progress {
      var next = 0
      var missing: [Int] = []
    }
    let progress = Progress()
    let reader = FeedReader(options: snapshot.options) { post, _ in
      let id = AtomIRI.originalID(of: post.id)
      // An entry of another id is a sign that what was skipped mattered.
      while progress.next < indices.count {
        let index = indices[progress.next]
        progress.next += 1
        if isEqual(id, to: index) {
          body(index, post)
          return
        }
        progress.missing.append(index)
      }
    }
    let entries = snapshot.entries
    try source.read(0..<(entries.first?.offset ?? 0)) { reader.consume($0) }
    for index in indices {
      let end = index + 1 < entries.count ? entries[index + 1].offset : Int.max
      guard entries[index].offset < end else { continue }
      try source.read(entries[index].offset..<end) { reader.consume($0) }
    }
    _ = reader.finish()
    return progress.missing + indices[progress.next...]
  }

  private func readAll(
    _ indices: [Int],
    upTo last: Int,
    _ body: @escaping (Int, Post) -> Void
  ) throws(FileError) {
    final class Progress {
      var wanted: ArraySlice<Int>
      var index = 0
      init(_ wanted: ArraySlice<Int>) { self.wanted = wanted }
    }
    let progress = Progress(indices[...])
    let reader = FeedReader(options: snapshot.options) { post, _ in
      if progress.wanted.first == progress.index {
        progress.wanted.removeFirst()
        body(progress.index, post)
      }
      progress.index += 1
    }
    try source.read(0..<Int.max) { if !progress.wanted.isEmpty { reader.consume($0) } }
    if !progress.wanted.isEmpty { _ = reader.finish() }
  }

  private func isEqual(_ id: String, to index: Int) -> Bool {
    var id = id
    return id.withUTF8 { id in
      snapshot.texts.withBytes(snapshot.entries[index].id) { $0.elementsEqual(id) }
    }
  }
}
