import FeedDiff
import FeedModel
import FeedSources
import FeedXML

/// What a build knows of the documents that are published.
struct EntryTakeoverPlan: Sendable {
  /// Where that is kept.
  var documents: PublishedDocuments
  /// What is known of them by their paths, if nothing changed that all entries depend on. Else it is only
  /// noted where entries lie.
  var known: [String: PublishedDocument]
  /// The heads of posts, for files that are as they were; nil for none.
  var heads: PostHeads?

  /// What is known of each document; nil for those that have too few entries for it.
  func reuses(
    of plans: [DocumentPlan],
    _ namespaces: [[XMLNamespace]],
    _ scan: SiteScan,
    folder: String
  ) -> [DocumentReuse?] {
    let stamps = known.isEmpty ? [:] : FileTrace.current?.stamps ?? [:]
    var addresses: UInt64?
    return zip(plans, namespaces).map { plan, namespaces in
      guard plan.members.count >= documents.leastEntries else { return nil }
      let head = plan.headFingerprint(declaring: namespaces)
      guard let known = known[plan.path] else {
        return DocumentReuse(head: head, entries: nil)
      }
      let entries = EntryReuse(
        known,
        path: SourceListing.joined(folder, plan.path),
        plan: plan,
        scan: scan,
        head: head,
        addresses: {
          let known = addresses ?? scan.addresses
          addresses = known
          return known
        },
        stamps: stamps
      )
      return DocumentReuse(head: head, entries: entries)
    }
  }
}

/// What a document has to do with the published one.
struct DocumentReuse: Sendable {
  /// The fingerprint of all that stands before the entries, but for the time of change.
  var head: UInt64
  /// What is taken over; nil for nothing.
  var entries: EntryReuse?
}
