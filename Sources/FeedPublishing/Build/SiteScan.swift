import FeedModel
import FeedSources

/// The first pass: reads the heads of all posts, on both cores, and keeps what feeds are planned
/// with.
///
/// Bodies are left in their files, so that memory does not grow with content and a feed of the
/// newest twenty renders twenty.
struct SiteScan: Sendable {
  /// A post and the listing that it comes from.
  struct Found: Sendable {
    /// The post as its head describes it.
    var source: SourcePost
    /// Which of the listings, by index.
    var listing: Int
  }

  /// A file or post that is in no feed.
  struct LeftOut: Sendable {
    /// The file, relative to the configuration.
    var path: String
    /// Why.
    var reason: Exclusion
  }

  /// The sources.
  let listings: [SourceListing]
  /// The posts, newest first; posts of one moment by path.
  private(set) var posts: [Found] = []
  /// What is left out, by path.
  private(set) var leftOut: [LeftOut] = []
  /// What keeps the site from being built, by path and line.
  private(set) var problems: [SourceProblem] = []

  private struct Task: Sendable {
    var file: PostFiles.File
    var listing: Int
  }

  private struct Chunk: Sendable {
    var posts: [Found] = []
    var leftOut: [LeftOut] = []
    var problems: [SourceProblem] = []
  }

  /// Few enough for both cores to end together, many enough to keep the overhead below a percent.
  private static let chunkSize = 128

  /// Scans the sources of a configuration.
  ///
  /// - Throws: `SourceProblem` when a source is missing. What is wrong with single files is in
  ///   `problems`, so that all of them can be shown at once.
  init(_ configuration: SiteConfiguration, now: Timestamp) async throws(SourceProblem) {
    var listings: [SourceListing] = []
    var tasks: [Task] = []
    for source in configuration.sources {
      for from in source.from {
        let listing = try SourceListing(
          from: from,
          source: source,
          configuration: configuration,
          now: now
        )
        tasks += listing.files.map { Task(file: $0, listing: listings.count) }
        leftOut += listing.excluded.map { LeftOut(path: listing.shown($0), reason: $1) }
        listings.append(listing)
      }
    }
    self.listings = listings
    await read(tasks)
    sort()
  }

  private mutating func read(_ tasks: [Task]) async {
    let chunks = stride(from: 0, to: tasks.count, by: Self.chunkSize).map {
      tasks[$0..<min($0 + Self.chunkSize, tasks.count)]
    }
    // One chunk is not worth a hop to another thread.
    guard chunks.count > 1 else {
      if let chunk = chunks.first { add(Self.read(chunk, of: listings)) }
      return
    }
    let listings = listings
    let results = await withTaskGroup(of: Chunk.self) { group in
      for chunk in chunks { group.addTask { Self.read(chunk, of: listings) } }
      var results: [Chunk] = []
      for await result in group { results.append(result) }
      return results
    }
    for result in results { add(result) }
  }

  private mutating func add(_ chunk: Chunk) {
    posts += chunk.posts
    leftOut += chunk.leftOut
    problems += chunk.problems
  }

  private static func read(_ tasks: ArraySlice<Task>, of listings: [SourceListing]) -> Chunk {
    var chunk = Chunk()
    chunk.posts.reserveCapacity(tasks.count)
    var buffer = FileReader()
    for task in tasks {
      let path = listings[task.listing].shown(task.file.relativePath)
      listings[task.listing].reader.read(task.file, shownAs: path, using: &buffer) { outcome in
        switch outcome {
        case .success(.post(let post)):
          chunk.posts.append(Found(source: post, listing: task.listing))
        case .success(.excluded(let reason)):
          chunk.leftOut.append(LeftOut(path: path, reason: reason))
        case .failure(let problem):
          chunk.problems.append(problem)
        }
      }
    }
    return chunk
  }

  private mutating func sort() {
    // Keys are sorted and not the posts, which are large.
    var order = posts.indices.map { index in
      (date: posts[index].source.post.published?.secondsSince1970 ?? .min, index: index)
    }
    order.sort { left, right in
      if left.date != right.date { return left.date > right.date }
      let (a, b) = (posts[left.index].source, posts[right.index].source)
      if let first = a.post.published, let second = b.post.published, first != second {
        return first > second
      }
      return a.path == b.path ? a.body.offset < b.body.offset : a.path < b.path
    }
    posts = order.map { posts[$0.index] }
    leftOut.sort { $0.path < $1.path }
    problems.sort { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }
  }

  /// Posts that share an id with another, as one problem an id: readers would show one of them.
  func duplicates() -> [SourceProblem] {
    var first: [String: Int] = [:]
    first.reserveCapacity(posts.count)
    var problems: [SourceProblem] = []
    for (index, found) in posts.enumerated() {
      let id = found.source.post.id
      if let other = first.updateValue(index, forKey: id) {
        first[id] = other
        problems.append(
          SourceProblem(
            path: found.source.path,
            message: "has the id of \(posts[other].source.path): \(id)",
            help: "readers show one post an id: give one of them another slug or address"
          )
        )
      }
    }
    return problems
  }
}
