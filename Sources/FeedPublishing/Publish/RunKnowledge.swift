import FeedSources

/// What a run found out that the next one need not find out again, kept while the run is still at work
/// with other things.
///
/// Nothing depends on it but time, so that it is no trouble if something cannot be kept: on a full disk,
/// say. The inputs, which say that the rest holds, are written last, by whoever is given them.
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
    async let areKept = keepParts()
    try keptBuilds.prune()
    // What earlier runs kept must not be taken for what goes with these inputs.
    return await areKept ? await inputs : nil
  }

  /// Keeps what there is, and nothing from before. Returns whether that worked.
  private func keepParts() async -> Bool {
    let trace = inputs.trace
    let stamps = trace.stamps
    guard let scan, !trace.isUnsteady else { return documents.forget() && place.forgetHeads() }
    let areKept = documents.keep(facts, scan: scan, stamps: stamps)
    guard keepsHeads, scan.posts.count >= documents.leastEntries else {
      return areKept && place.forgetHeads()
    }
    let bytes = PostHeads.bytes(
      scan.posts.lazy.filter { $0.identity != nil }.map(\.source),
      stamps: stamps,
      known: heads,
      setting: documents.setting
    )
    guard (try? WholeFile.write(bytes, to: place.heads)) != nil else {
      return areKept && place.forgetHeads()
    }
    return areKept
  }
}
