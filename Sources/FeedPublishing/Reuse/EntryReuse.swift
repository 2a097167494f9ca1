import FeedDiff
import FeedFormats
import FeedModel
import FeedSources

/// Which entries of a document are taken over from the published one.
///
/// An entry depends on its post's file, on what all entries depend on (the configuration, the files
/// beside the posts: whoever asks for a reuse has seen that those did not change), on the document's
/// head, and perhaps on the addresses of other posts. Whatever else it looks at makes it an entry that
/// is never taken over.
struct EntryReuse: Sendable {
  /// What is known of the published document.
  let document: PublishedDocument
  /// The published file.
  let path: String
  /// For each member of the plan the entry that it has in the published document, or -1.
  let entries: [Int32]

  /// The ids of the posts of which something could not be carried, by the entry's index.
  private var ids: [Int: String] = [:]

  /// So many entries are made anew at most: they are held in memory.
  static let mostFresh = 512

  /// Nil if the published document is not as it was, or so much changed that it is no use.
  init?(
    _ document: PublishedDocument,
    path: String,
    plan: DocumentPlan,
    scan: SiteScan,
    head: UInt64,
    addresses: () -> UInt64,
    stamps: [String: FileStamp]
  ) {
    guard document.head == head, FileStamp(of: path) == document.stamp else { return nil }
    var byKey = [IdentityKey: Int32](minimumCapacity: document.entries.count)
    for (index, entry) in document.entries.enumerated() { byKey[entry.key] = Int32(index) }
    let sameAddresses =
      document.addresses == Fingerprint.none || document.addresses == addresses()
    var fresh = 0
    var keys = PostKeys(scan)
    var ids: [Int: String] = [:]
    entries = plan.members.map { member in
      let found = scan.posts[member]
      if let key = keys.key(of: found), let index = byKey[key],
        let stamp = stamps[found.source.file]
      {
        let entry = document.entries[Int(index)]
        if entry.omissions != 0 { ids[Int(index)] = scan.id(of: found) }
        switch entry.dependence {
        case PublishedEntry.onNothing: if entry.isOf(stamp) { return index }
        case PublishedEntry.onAddresses: if sameAddresses, entry.isOf(stamp) { return index }
        default: break
        }
      }
      fresh += 1
      return -1
    }
    guard fresh <= Self.mostFresh, fresh < plan.members.count else { return nil }
    self.document = document
    self.path = path
    self.ids = ids
  }

  /// What could not be carried of an entry.
  func omissions(of index: Int) -> [Omission] {
    guard document.entries[index].omissions != 0 else { return [] }
    return document.omissions(of: document.entries[index]).map { omission in
      var omission = omission
      omission.postID = ids[index]
      return omission
    }
  }
}

/// What posts are known by from one build to the next.
struct PostKeys {
  private let scan: SiteScan
  private var bytes: [UInt8] = []

  init(_ scan: SiteScan) { self.scan = scan }

  /// The key of a post; nil for one that is from a feed, and for one without a date: such an entry may
  /// say when the feed changed.
  mutating func key(of found: SiteScan.Found) -> IdentityKey? {
    guard found.identity != nil, found.source.post.date != nil else { return nil }
    bytes.removeAll(keepingCapacity: true)
    bytes += found.source.path.utf8
    bytes.append(0)
    withUnsafeBytes(of: found.source.body.offset) { bytes.append(contentsOf: $0) }
    bytes += scan.id(of: found).utf8
    return bytes.withUnsafeBufferPointer { IdentityKey($0) }
  }
}

extension SiteScan {
  /// The fingerprint of what posts may say of each other.
  var addresses: UInt64 {
    var bytes: [UInt8] = []
    for found in posts where found.identity != nil {
      for text in [found.source.path, found.source.post.permalink, found.source.post.title] {
        if let text { bytes += text.utf8 }
        bytes.append(0)
      }
    }
    return bytes.withUnsafeBufferPointer { Fingerprint.of($0) }
  }
}
