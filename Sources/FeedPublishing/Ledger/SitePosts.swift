import FeedDiff
import FeedFormats
import FeedModel
import FeedSources

/// All posts of a site as one version of a feed, as a build would take them today, whatever the limits
/// of its feeds are.
struct SitePosts {
  /// The version; its entries are the posts of the scan, in their order.
  let snapshot: FeedSnapshot
  let scan: SiteScan
  /// What the posts are known by, in the order of ``ids``.
  let identities: [PostIdentity]
  /// Which id each has.
  let ids: IDAssignment

  /// Reads and renders the posts.
  ///
  /// - Throws: The first `SourceProblem` that would keep a build from its feeds, `FileError`.
  init(_ configuration: SiteConfiguration, ledger: IDLedger, now: Timestamp) async throws {
    var configuration = configuration
    for index in configuration.feeds.indices { configuration.feeds[index].limit = nil }
    var scan = try await SiteScan(configuration, now: now)
    identities = scan.identities(below: configuration.folder)
    let leftOut = scan.leftOut
    ids = IDAssignment(
      ledger,
      posts: identities,
      folder: configuration.folder,
      leftOut: { Set(leftOut.map(\.path)) }
    )
    scan.take(ids)
    if let problem = (scan.problems + ids.conflicts + scan.duplicates()).first { throw problem }
    snapshot = try await Self.snapshot(of: scan, feed: configuration.site)
    self.scan = scan
  }

  /// Renders the posts as one document and reads it, so that texts can be compared.
  private static func snapshot(of scan: SiteScan, feed: Feed) async throws -> FeedSnapshot {
    // JSON Feed keeps titles, dates and texts as they are.
    let plan = DocumentPlan(
      path: "",
      format: .json,
      feed: feed,
      options: WriterOptions(content: .full),
      members: Array(scan.posts.indices),
      maximumBytes: nil
    )
    let writer = plan.writer(declaring: plan.namespaces(of: scan.posts))
    let renderer = EntryRenderer(
      scan,
      documents: [plan],
      writers: [writer],
      reuses: [nil],
      gathersEntries: false
    )
    let spool = Spool()
    let reader = FeedSnapshotReader()
    func take(_ bytes: [UInt8]) throws(FileError) {
      try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in
        reader.consume(bytes)
        try spool.write(bytes)
      }
    }
    var head = FeedOutput()
    writer.writeHead(to: &head)
    try take(head.bytes)
    var isFirst = true
    try await renderer.run { result in
      if let problem = result.problems.first { throw problem }
      for (_, chunk) in result.chunks {
        var output = FeedOutput()
        if !isFirst { output.append(type(of: writer).separator) }
        isFirst = false
        try take(output.bytes)
        try take(chunk.bytes)
      }
      return true
    }
    var tail = FeedOutput()
    writer.writeTail(to: &tail)
    try take(tail.bytes)
    return reader.finish(source: SpooledDocument(spool))
  }
}
