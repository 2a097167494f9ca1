import FeedSources

/// What a run found out that the next one need not find out again, kept while the run is still at work
/// with other things.
///
/// Nothing depends on it but time: the inputs, which say that the rest holds, are written last, by
/// whoever is given them.
struct RunKnowledge: Sendable {
  var inputs: PublishInputs.Making
  var place: PublishPlace
  var documents: PublishedDocuments
  var facts: [PublishedDocuments.Facts]
  /// The posts; nil if none were looked at.
  var scan: SiteScan?
  /// Whether heads are kept: feeds that have the newest posts alone read those.
  var keepsHeads: Bool
  /// The heads that are known.
  var heads: PostHeads?
  /// The feeds of builds before, of which the oldest goes.
  var keptBuilds: KeptBuilds

  /// Keeps it. Returns the inputs' file; nil where something may change without anybody seeing it.
  func keep() async throws -> [UInt8]? {
    async let inputs = inputs.made()?.bytes
    async let kept: Void = keepParts()
    try keptBuilds.prune()
    try await kept
    return await inputs
  }

  private func keepParts() async throws {
    let trace = inputs.trace
    guard let scan, !trace.isUnsteady else { return try documents.forget() }
    let stamps = trace.stamps
    try documents.keep(facts, scan: scan, stamps: stamps)
    guard keepsHeads, scan.posts.count >= documents.leastEntries else { return }
    let bytes = PostHeads.bytes(
      scan.posts.lazy.filter { $0.identity != nil }.map(\.source),
      stamps: stamps,
      known: heads,
      setting: documents.setting
    )
    try WholeFile.write(bytes, to: place.heads)
  }
}
