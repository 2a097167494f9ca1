import FeedFormats
import FeedModel

/// Entries of posts that are written, gathered in their order.
public struct SnapshotEntries: Sendable {
  private var maker = EntryMaker()
  private var entries: [Entry] = []

  /// What was gathered.
  package var table: EntryTable { EntryTable(entries, maker.texts) }

  /// How many there are.
  public var count: Int { entries.count }

  /// No entry.
  public init() {}

  /// Adds a post.
  ///
  /// - Parameter content: What of it the document carries.
  public mutating func add(_ post: Post, content: WriterOptions.ContentMode) {
    var post = post
    // As the writers have it: a summary stands in for content that is not carried, and is left out
    // beside content that is.
    switch content {
    case .both: break
    case .full: if post.content != nil { post.summary = nil }
    case .summary: if post.summary != nil || post.title != nil { post.content = nil }
    }
    entries.append(maker.entry(of: post))
  }

  /// Adds the first of others.
  public mutating func append(_ others: SnapshotEntries, first count: Int = .max) {
    for var entry in others.entries.prefix(count) {
      let isOne = entry.id == entry.link
      entry.id = maker.keep(entry.id, of: others.maker.texts)
      entry.title = maker.keep(entry.title, of: others.maker.texts)
      entry.link = isOne ? entry.id : maker.keep(entry.link, of: others.maker.texts)
      entries.append(entry)
    }
  }
}
