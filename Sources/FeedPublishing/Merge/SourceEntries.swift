import FeedDiff
import FeedFormats
import FeedModel
import FeedSources

/// The entries of one feed, as they stand among those of others.
struct SourceEntries {
  /// An entry with its texts.
  struct Entry {
    var post: Post
    /// Whether it was another feed's before.
    var isCopy: Bool
    /// What it says, as far as that tells it from another with its id.
    var fingerprint: UInt64
  }

  /// What a feed is read with.
  struct Document {
    /// The file.
    var path: String
    /// What people know it by: the address without a password, or the file.
    var name: String
    /// Its address on the web; nil for a file.
    var address: String?
    /// The address that it came from.
    var location: String?
    /// The charset that its server named.
    var charset: String?
  }

  /// The newest first.
  private(set) var entries: [Entry] = []
  /// The entries that stay out, by title.
  private(set) var leftOut: [(title: String, reason: Exclusion)] = []
  /// What was read.
  private(set) var result: FeedReadResult

  /// So many entries of a feed are read.
  static let most = 10_000

  /// Reads a document.
  ///
  /// - Parameter most: How many entries can be of use at most.
  init(
    _ document: Document,
    source: FeedSource,
    now: Timestamp,
    most: Int
  ) throws(FileError) {
    var options = ReadingOptions()
    options.charset = document.charset
    options.documentURL = document.location
    let gathered = GatheredPosts()
    let reader = FeedReader(options: options) { post, _ in
      if gathered.posts.count < Self.most { gathered.posts.append(post) }
    }
    try SourceDocument.read(document.path) { reader.consume($0) }
    result = reader.finish()
    let isLarge = (FileSystem.size(ofFile: document.path) ?? 0) > 2 << 20
    var feed = result.feed
    EntrySafety.keep(&feed.authors)
    let newest = gathered.posts.compactMap { $0.updated ?? $0.published }.filter { $0 <= now }.max()
    let origin = Self.origin(of: feed, document, title: source.title, updated: newest)
    var ids = DistinctIDs()
    for var post in gathered.posts {
      // Writers fill in what is missing, and would take it from the feed of all sources.
      if post.authors.isEmpty { post.authors = feed.authors }
      if post.authors.isEmpty { post.authors = [Person(name: origin.title)] }
      post.language = post.language ?? feed.language
      if EntrySafety.isTooLarge(post, isOfLargeDocument: isLarge) {
        leftOut.append((Self.shortened(post.title ?? post.permalink ?? ""), .tooLarge))
        continue
      }
      if let reason = Self.exclusion(of: post, source, now: now) {
        leftOut.append((Self.shortened(post.title ?? post.permalink ?? post.id), reason))
        continue
      }
      if post.id.utf8.allSatisfy({ $0 <= 0x20 }) { post.id = Self.id(of: post) }
      guard let id = ids.distinctID(of: post) else { continue }
      post.id = id
      EntrySafety.cleanAddresses(of: &post)
      // Of a change that is still to come nobody knows what it is.
      if !source.includesFuture, let updated = post.updated, updated > now { post.updated = nil }
      let isCopy = post.source != nil
      if post.source == nil { post.source = origin }
      entries.append(Entry(post: post, isCopy: isCopy, fingerprint: Self.fingerprint(of: post)))
    }
    sort(most: min(most, source.limit ?? .max))
  }

  /// The newest, in the order of feeds; those of one moment as they stood.
  private mutating func sort(most: Int) {
    let order = entries.enumerated().sorted { left, right in
      let (first, second) = (left.element.post.date, right.element.post.date)
      if first != second {
        guard let first else { return false }
        return second.map { first > $0 } ?? true
      }
      return left.offset < right.offset
    }
    entries = order.prefix(most).map(\.element)
  }

  /// What entries say of where they are from. Its date is that of the newest entry: what feeds say of
  /// themselves is often the moment at which they were asked.
  private static func origin(
    of feed: Feed,
    _ document: Document,
    title: String?,
    updated: Timestamp?
  ) -> Source {
    let address = document.address.map(SourceAddress.shown)
    let feedURL = EntrySafety.web(feed.selfURL) ?? address
    let homePage = EntrySafety.web(feed.homePage)
    let said = feed.title.unicodeScalars.contains { $0.value > 0x20 } ? feed.title : nil
    return Source(
      title: title ?? said ?? homePage ?? feedURL ?? document.name,
      id: feed.id ?? feedURL,
      feedURL: feedURL,
      homePage: homePage,
      updated: updated,
      authors: feed.authors,
      rights: feed.rights
    )
  }

  private static func exclusion(
    of post: Post,
    _ source: FeedSource,
    now: Timestamp
  ) -> Exclusion? {
    if !source.includesFuture, let date = post.date, date > now { return .future(date) }
    let failed = source.conditions.first { !$0.isMet(by: post) }
    return failed.map { .condition(key: $0.field.rawValue) }
  }

  /// What stands for an id that says nothing: the page, else a name made of title and date.
  private static func id(of post: Post) -> String {
    if let page = post.permalink, page.utf8.contains(where: { $0 > 0x20 }) { return page }
    let name = "\(post.title ?? "")\n\(post.date.map(RFC3339.string) ?? "")"
    return "urn:uuid:" + NameBasedUUID(name, namespace: NameBasedUUID.namespaceOfOthers).string
  }

  /// Enough of a title to find the entry by.
  private static func shortened(_ title: String) -> String {
    title.count > 100 ? title.prefix(100) + "…" : title
  }

  private static func fingerprint(of post: Post) -> UInt64 {
    Fingerprint.of(post.content?.html ?? post.content?.text ?? post.summary)
  }
}

private final class GatheredPosts {
  var posts: [Post] = []
}

extension Post {
  /// The date that it is sorted by.
  var date: Timestamp? { published ?? updated }
}

extension EntryCondition {
  /// Whether an entry is as asked.
  func isMet(by post: Post) -> Bool {
    let wanted = values.map { $0.lowercased() }
    func isWanted(_ text: String?) -> Bool {
      text.map { wanted.contains($0.lowercased()) } ?? false
    }
    switch field {
    case .tag: return post.tags.contains { isWanted($0.term) || isWanted($0.label) }
    case .author: return post.authors.contains { isWanted($0.name) }
    case .language:
      guard let language = post.language?.lowercased() else { return false }
      return wanted.contains { language == $0 || language.hasPrefix($0 + "-") }
    case .title:
      let title = post.title?.lowercased() ?? ""
      return wanted.contains { title.contains($0) }
    }
  }
}
