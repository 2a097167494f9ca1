import FeedModel
import FeedSources

/// The first pass: reads the heads of all posts, on both cores, and keeps what feeds are planned
/// with.
///
/// Bodies are left in their files, so that memory does not grow with content and a feed of the
/// newest twenty renders twenty. Where all feeds are of the newest, the heads of the others are let
/// go as soon as they were found right: keeping 10,000 until the end and giving them back then was a
/// tenth of the time.
struct SiteScan: Sendable {
  /// A post and the listing that it comes from.
  struct Found: Sendable {
    /// Where a post is from.
    enum Origin: Sendable {
      /// A file: which of the listings and of the identities, by index.
      case file(listing: Int, identity: Int)
      /// A feed: which one, by index.
      case feed(Int)
    }

    /// The post as its head describes it.
    var source: SourcePost
    /// Where it is from.
    var origin: Origin

    /// Which of the identities of files, by index; nil for a post from a feed.
    var identity: Int? {
      if case .file(_, let identity) = origin { return identity }
      return nil
    }
  }

  /// A file or post that is in no feed.
  struct LeftOut: Sendable {
    /// The file, relative to the configuration.
    var path: String
    /// Why.
    var reason: Exclusion
    /// Whether it is an entry of a feed and not a file.
    var isEntry = false
  }

  /// The sources.
  let listings: [SourceListing]
  /// The posts that a feed may have, newest first; posts of one moment by path.
  private(set) var posts: [Found] = []
  /// The ids of all posts in files.
  private var identities: [Identity] = []
  /// Where ids are kept; nil if nowhere.
  private var ledger: IDLedger?
  /// The feeds that posts are taken from; nil for none.
  private var feeds: SiteFeeds?
  /// What is left out, by path.
  private(set) var leftOut: [LeftOut] = []
  /// What keeps the site from being built, by path and line.
  private(set) var problems: [SourceProblem] = []

  /// Heads that need not be read again, and the moment.
  private struct Known: Sendable {
    var heads: PostHeads
    var now: Timestamp
  }

  private struct Task: Sendable {
    var file: PostFiles.File
    var listing: Int
  }

  /// What all posts are compared by, those that no feed has too.
  private struct Identity: Sendable {
    var id: String
    var place: Place
    var nameInFile: String?
    /// The line of the ledger that gives it the id.
    var ledgerLine: Int?

    init(_ source: SourcePost) {
      id = source.post.id
      place = Place(source)
      nameInFile = source.nameInFile
    }
  }

  /// Where a post stands among all.
  private struct Place: Sendable {
    var published: Timestamp?
    var path: String
    var offset: Int

    init(_ source: SourcePost) {
      published = source.post.date
      path = source.path
      offset = source.body.offset
    }

    /// Newest first; posts of one moment by path, posts of one file as they stand in it.
    func precedes(_ other: Place) -> Bool {
      if published != other.published {
        guard let published else { return false }
        return other.published.map { published > $0 } ?? true
      }
      return path == other.path ? offset < other.offset : path < other.path
    }
  }

  private struct Chunk: Sendable {
    var posts: [Found] = []
    var identities: [Identity] = []
    var leftOut: [LeftOut] = []
    var problems: [SourceProblem] = []

    mutating func add(_ post: SourcePost, listing: Int) {
      posts.append(
        Found(source: post, origin: .file(listing: listing, identity: identities.count))
      )
      identities.append(Identity(post))
    }
  }

  /// Few enough for both cores to end together, many enough to keep the overhead below a percent.
  private static let chunkSize = 128

  /// Scans the sources of a configuration.
  ///
  /// - Parameter heads: What is known of files that may be as they were, for whoever knows that nothing
  ///   else changed.
  /// - Throws: `SourceProblem` when a source is missing. What is wrong with single files is in
  ///   `problems`, so that all of them can be shown at once.
  init(
    _ configuration: SiteConfiguration,
    now: Timestamp,
    heads: PostHeads? = nil
  ) async throws(SourceProblem) {
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
    let newest = Self.newest(of: configuration.feeds)
    await read(tasks, newest: newest, heads.map { Known(heads: $0, now: now) })
    posts = Self.sorted(posts, newest: newest)
    leftOut.sort { $0.path < $1.path }
    problems.sort { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }
  }

  /// How many posts feeds have at most, when all have the newest ones; nil when any post may be in
  /// one.
  static func newest(of feeds: [FeedConfiguration]) -> Int? {
    var newest = 0
    for feed in feeds {
      guard let limit = feed.limit, feed.partition == nil, feed.archive == nil else { return nil }
      newest = max(newest, limit)
    }
    return newest
  }

  private mutating func read(_ tasks: [Task], newest: Int?, _ known: Known?) async {
    let chunks = stride(from: 0, to: tasks.count, by: Self.chunkSize).map {
      tasks[$0..<min($0 + Self.chunkSize, tasks.count)]
    }
    // One chunk is not worth a hop to another thread.
    guard chunks.count > 1 else {
      if let chunk = chunks.first { add(Self.read(chunk, of: listings, newest: newest, known)) }
      return
    }
    let listings = listings
    let results = await withTaskGroup(of: Chunk.self) { group in
      for chunk in chunks {
        group.addTask { Self.read(chunk, of: listings, newest: newest, known) }
      }
      var results: [Chunk] = []
      for await result in group { results.append(result) }
      return results
    }
    for result in results { add(result) }
  }

  private mutating func add(_ chunk: Chunk) {
    let first = identities.count
    posts += chunk.posts.lazy.map { found in
      guard case .file(let listing, let identity) = found.origin else { return found }
      var found = found
      found.origin = .file(listing: listing, identity: identity + first)
      return found
    }
    identities += chunk.identities
    leftOut += chunk.leftOut
    problems += chunk.problems
  }

  private static func read(
    _ tasks: ArraySlice<Task>,
    of listings: [SourceListing],
    newest: Int?,
    _ known: Known?
  ) -> Chunk {
    var chunk = Chunk()
    chunk.posts.reserveCapacity(tasks.count)
    chunk.identities.reserveCapacity(tasks.count)
    var buffer = FileReader()
    var stamps = FileStampReader()
    for task in tasks {
      if let known, let stamp = known.heads.stamp(of: task.file.path, using: &stamps),
        let post = known.heads.post(task.file.path, stamp: stamp, now: known.now)
      {
        FileTrace.note(task.file.path, stamp)
        chunk.add(post, listing: task.listing)
        continue
      }
      let path = listings[task.listing].shown(task.file)
      listings[task.listing].reader.read(task.file, shownAs: path, using: &buffer) { outcome in
        switch outcome {
        case .success(.post(let post)): chunk.add(post, listing: task.listing)
        case .success(.excluded(let reason)):
          chunk.leftOut.append(LeftOut(path: path, reason: reason))
        case .failure(let problem):
          chunk.problems.append(problem)
        }
      }
    }
    if let newest, chunk.posts.count > newest {
      chunk.posts = sorted(chunk.posts, newest: newest)
    }
    return chunk
  }

  /// Posts in the order of feeds, at most so many.
  private static func sorted(_ posts: [Found], newest: Int?) -> [Found] {
    // Places are sorted and not the posts, whose dates are further away.
    var order = posts.indices.map { (place: Place(posts[$0].source), index: $0) }
    order.sort { $0.place.precedes($1.place) }
    return order.prefix(newest ?? order.count).map { posts[$0.index] }
  }

  // MARK: Feeds

  /// Takes the posts of feeds in. Where a file is the post with the same id, the entry is its copy.
  mutating func take(_ feeds: SiteFeeds, for documents: [FeedConfiguration]) {
    self.feeds = feeds
    guard !feeds.posts.isEmpty || !feeds.leftOut.isEmpty else { return }
    let own = Set(identities.map(\.id))
    posts += feeds.posts.lazy.filter { !own.contains($0.source.post.id) }.map {
      Found(source: $0.source, origin: .feed($0.feed))
    }
    posts = Self.sorted(posts, newest: Self.newest(of: documents))
    leftOut += feeds.leftOut
    leftOut.sort { $0.path < $1.path }
  }

  /// The whole post.
  func post(
    _ found: Found,
    parts: ContentRenderer.Parts,
    addresses: PostAddresses,
    reader: inout FileReader,
    notes: inout [String]
  ) throws(SourceProblem) -> Post {
    switch found.origin {
    case .file(let listing, _):
      return try listings[listing].renderer.post(
        from: found.source,
        id: id(of: found),
        parts: parts,
        addresses: addresses,
        reader: &reader,
        notes: &notes
      )
    case .feed(let feed):
      guard let feeds else { return found.source.post }
      return try feeds.post(from: found.source, feed: feed, parts: parts)
    }
  }

  // MARK: Ids

  /// What a ledger knows all posts by, in an order of its own.
  ///
  /// - Parameter folder: The configuration's, which sources count from.
  func identities(below folder: String) -> [PostIdentity] {
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    var posts = identities.map { identity in
      let path = identity.place.path
      return PostIdentity(
        source: !prefix.isEmpty && path.hasPrefix(prefix)
          ? String(Substring(path.utf8.dropFirst(prefix.utf8.count))) : path,
        nameInFile: identity.nameInFile,
        path: path,
        id: identity.id,
        published: identity.place.published
      )
    }
    PostIdentity.makeDistinct(&posts)
    return posts
  }

  /// Gives the posts the ids that a ledger keeps for them.
  mutating func take(_ assignment: IDAssignment) {
    ledger = assignment.ledger
    for (index, id) in assignment.ids.enumerated() {
      identities[index].id = id
      identities[index].ledgerLine = assignment.ledgerLines[index]
    }
  }

  /// The files that may be posts, as they are opened.
  var files: Set<String> {
    Set(listings.lazy.flatMap { $0.files.lazy.map(\.path) })
  }

  /// When the next post comes out or goes, if no file changes; nil for never.
  func nextChange(after now: Timestamp) -> Timestamp? {
    var next: Timestamp?
    func consider(_ date: Timestamp) {
      if date > now, next.map({ date < $0 }) ?? true { next = date }
    }
    for item in leftOut { if case .future(let date) = item.reason { consider(date) } }
    for found in posts { found.source.expires.map(consider) }
    return next
  }

  /// The id that a post has in feeds.
  func id(of found: Found) -> String {
    switch found.origin {
    case .file(_, let identity): identities[identity].id
    case .feed: found.source.post.id
    }
  }

  /// Posts that share an id with another, as one problem an id: readers would show one of them.
  func duplicates() -> [SourceProblem] {
    var ids = Set<String>(minimumCapacity: identities.count)
    guard !identities.allSatisfy({ ids.insert($0.id).inserted }) else { return [] }
    var first: [String: Identity] = [:]
    var problems: [SourceProblem] = []
    // Whom a ledger gives the id has it; of others the newest.
    let sorted = identities.sorted { left, right in
      if (left.ledgerLine == nil) != (right.ledgerLine == nil) { return left.ledgerLine != nil }
      return left.place.precedes(right.place)
    }
    for identity in sorted {
      guard let other = first[identity.id] else {
        first[identity.id] = identity
        continue
      }
      problems.append(problem(identity, other))
    }
    return problems
  }

  private func problem(_ identity: Identity, _ other: Identity) -> SourceProblem {
    var problem = SourceProblem(
      path: identity.place.path,
      message: "has the id of \(other.place.path): \(identity.id)",
      help: "readers show one post an id: give one of them another slug or address"
    )
    guard let ledger, let line = other.ledgerLine else { return problem }
    if let own = identity.ledgerLine {
      problem.message += " (\(ledger.path):\(own) and \(line))"
      problem.help = "readers show one post an id: take one of the lines out"
    } else {
      problem.message =
        "would have the id that \(ledger.path):\(line) keeps for \(other.place.path): \(identity.id)"
      problem.help = "subscribers know that post by it: give this one another slug or address"
    }
    return problem
  }
}
