import FeedFormats
import FeedModel
import FeedSources

/// The second pass: renders posts and makes their entries, on both cores, in order.
///
/// Memory holds a window of chunks, whatever the number of posts. A post is rendered once for all the
/// documents that have it, and only in the parts that one of them carries.
struct EntryRenderer: Sendable {
  /// What a run of posts yielded.
  struct Result: Sendable {
    /// The entries by document, in the documents' order.
    var chunks: [(document: Int, entries: EntryChunk)] = []
    /// What should be known of single posts.
    var notes: [BuildReport.Note] = []
    /// What keeps the site from being built.
    var problems: [SourceProblem] = []
    /// How many posts there were.
    var posts = 0
  }

  /// A post to render and the documents that have it.
  private struct Job: Sendable {
    var post: Int
    var documents: Range<Int>
  }

  private let scan: SiteScan
  private let documents: [DocumentPlan]
  private let writers: [any FeedWriter]
  private let parts: [ContentRenderer.Parts]
  private let jobs: [Job]
  private let addresses: PostAddresses
  /// Whether entries are gathered for a history.
  private let gathersEntries: Bool
  /// Notes of posts whose entries are all taken over.
  let notes: [BuildReport.Note]
  /// The files that may be posts, if it is to be told what entries depend on.
  private let postFiles: Set<String>?
  /// The documents of all jobs, one after the other.
  private let documentsOfJobs: [Int32]

  /// How many posts are rendered in one go.
  private static let chunkSize = 32
  /// How many chunks may wait for the one before them.
  private static let window = 8

  init(
    _ scan: SiteScan,
    documents: [DocumentPlan],
    writers: [any FeedWriter],
    reuses: [EntryReuse?],
    gathersEntries: Bool,
    postFiles: Set<String>? = nil
  ) {
    self.gathersEntries = gathersEntries
    self.postFiles = postFiles
    self.scan = scan
    self.documents = documents
    self.writers = writers
    parts = documents.map(\.neededParts)
    addresses = PostAddresses(scan.posts.filter { $0.identity != nil }.map(\.source))
    var byPost = [[Int32]](repeating: [], count: scan.posts.count)
    var taken = Set<Int>()
    for (index, document) in documents.enumerated() {
      guard let reuse = reuses[index] else {
        for member in document.members { byPost[member].append(Int32(index)) }
        continue
      }
      for (member, entry) in zip(document.members, reuse.entries) {
        if entry < 0 { byPost[member].append(Int32(index)) } else { taken.insert(member) }
      }
    }
    taken = taken.filter { byPost[$0].isEmpty }
    notes = taken.flatMap { post in
      let source = scan.posts[post].source
      return source.notes.map { BuildReport.Note(path: source.path, message: $0) }
    }
    var jobs: [Job] = []
    var flat: [Int32] = []
    for (post, documents) in byPost.enumerated() where !documents.isEmpty {
      jobs.append(Job(post: post, documents: flat.count..<flat.count + documents.count))
      flat += documents
    }
    self.jobs = jobs
    posts = jobs.count + taken.count
    documentsOfJobs = flat
  }

  /// How many posts will be rendered.
  var count: Int { jobs.count }
  /// How many posts documents have.
  let posts: Int

  /// Renders all posts and hands over the results in order.
  ///
  /// - Parameter receive: Takes a chunk's result; false ends the rendering.
  func run(_ receive: (Result) throws -> Bool) async throws {
    let chunks = stride(from: 0, to: jobs.count, by: Self.chunkSize).map {
      $0..<min($0 + Self.chunkSize, jobs.count)
    }
    // A small site is done before another thread has started.
    guard chunks.count > 1 else {
      if let chunk = chunks.first { _ = try receive(render(chunk)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      func startNext() {
        guard next < chunks.count else { return }
        let index = next
        next += 1
        group.addTask { (index, render(chunks[index])) }
      }
      for _ in 0..<Self.window { startNext() }
      var waiting: [Int: Result] = [:]
      var wanted = 0
      while let (index, result) = try await group.next() {
        waiting[index] = result
        while let result = waiting.removeValue(forKey: wanted) {
          wanted += 1
          startNext()
          guard try receive(result) else {
            group.cancelAll()
            return
          }
        }
      }
    }
  }

  private func render(_ range: Range<Int>) -> Result {
    var result = Result()
    var chunks: [Int: EntryChunk] = [:]
    var buffer = FileReader()
    for job in jobs[range] {
      if Task.isCancelled { break }
      result.posts += 1
      let found = scan.posts[job.post]
      let documents = documentsOfJobs[job.documents]
      var needed: ContentRenderer.Parts = []
      for document in documents { needed.formUnion(parts[Int(document)]) }
      var notes: [String] = found.source.notes
      do throws(SourceProblem) {
        let (post, dependence) = try post(found, needed, &buffer, &notes)
        for document in documents {
          add(post, dependence, index: job.post, document: Int(document), to: &chunks)
        }
      } catch {
        result.problems.append(error)
      }
      for note in notes {
        result.notes.append(BuildReport.Note(path: found.source.path, message: note))
      }
    }
    result.chunks = chunks.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return result
  }

  /// The whole post, and what it depends on if that is to be told.
  private func post(
    _ found: SiteScan.Found,
    _ parts: ContentRenderer.Parts,
    _ reader: inout FileReader,
    _ notes: inout [String]
  ) throws(SourceProblem) -> (Post, dependence: UInt8) {
    guard let postFiles, let trace = FileTrace.current else {
      let post = try scan.post(
        found,
        parts: parts,
        addresses: addresses,
        reader: &reader,
        notes: &notes
      )
      return (post, PublishedEntry.onMore)
    }
    let own = FileTrace()
    defer { trace.add(own) }
    let count = notes.count
    let result: Swift.Result<Post, SourceProblem> = FileTrace.$current.withValue(own) {
      do throws(SourceProblem) {
        return .success(
          try scan.post(
            found,
            parts: parts,
            addresses: addresses,
            reader: &reader,
            notes: &notes
          )
        )
      } catch {
        return .failure(error)
      }
    }
    let isClear = own.stamps.allSatisfy { path, stamp in
      // Other posts change without a word, and names in folders too.
      path == found.source.file || stamp.kind != .listing && !postFiles.contains(path)
    }
    let dependence =
      notes.count > count || !isClear
      ? PublishedEntry.onMore
      : own.asksForPosts ? PublishedEntry.onAddresses : PublishedEntry.onNothing
    return (try result.get(), dependence)
  }

  private func add(
    _ post: Post,
    _ dependence: UInt8,
    index: Int,
    document: Int,
    to chunks: inout [Int: EntryChunk]
  ) {
    let writer = writers[document]
    var output = FeedOutput()
    var chunk = chunks.removeValue(forKey: document) ?? EntryChunk()
    swap(&output.bytes, &chunk.bytes)
    if !chunk.members.isEmpty { output.append(type(of: writer).separator) }
    writer.writeEntry(post, to: &output)
    swap(&output.bytes, &chunk.bytes)
    chunk.members.append(index)
    chunk.ends.append(chunk.bytes.count)
    chunk.omissions += output.omissions
    if postFiles != nil {
      chunk.traits.append(EntryTraits(dependence: dependence, omissions: output.omissions))
    }
    if gathersEntries { chunk.entries.add(post, content: documents[document].options.content) }
    chunks[document] = chunk
  }
}

extension DocumentPlan {
  /// The parts of a post that the document carries.
  fileprivate var neededParts: ContentRenderer.Parts {
    var parts: ContentRenderer.Parts
    switch options.content {
    case .full: parts = .content
    case .summary: parts = .summary
    case .both: parts = [.content, .summary]
    }
    if options.includesMarkdown { parts.insert(.markdown) }
    return parts
  }
}
