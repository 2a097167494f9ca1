import FeedFormats
import FeedModel
import FeedXML

/// What a diff knows of one version of a feed: the feed, and of each entry where it is and what it is
/// known by.
public struct FeedSnapshot: Sendable {
  /// What the document is; `unknown` for a version of which only the entries are kept.
  public var kind: FeedKind
  /// What the feed says of itself.
  public var feed: Feed
  /// Whether the document was read to its end.
  public var isComplete: Bool
  /// Where reading stopped, and why; nil if it did not.
  public var breakage: ReadingNote?
  /// How many entries there are.
  public var count: Int { entries.count }

  /// Whether an entry's id is its own, and nothing that stands for one.
  public func hasOwnID(_ index: Int) -> Bool { entries[index].hasOwnID }

  /// Whether an entry's id is its link.
  public func isIDLink(_ index: Int) -> Bool {
    texts[entries[index].id] == texts[entries[index].link]
  }

  var entries: [Entry]
  var texts: TextStore
  /// Whether the entries' offsets are bytes of the document, so that they can be read one by one.
  package internal(set) var hasByteOffsets: Bool
  /// Where contents can be read again; nil if they are not kept.
  var source: (any DocumentSource)?
  /// What the document is read with.
  var options: ReadingOptions
}

extension FeedSnapshot {
  /// A feed of a kind that has no entry, for one that is not there.
  public static func empty(_ kind: FeedKind) -> FeedSnapshot {
    FeedSnapshot(
      kind: kind,
      feed: Feed(title: ""),
      isComplete: true,
      breakage: nil,
      entries: [],
      texts: TextStore(),
      hasByteOffsets: true,
      source: nil,
      options: ReadingOptions()
    )
  }
}

/// Reads a version of a feed while it arrives.
public final class FeedSnapshotReader {
  /// What the reader's handler fills.
  private final class Progress {
    var maker = EntryMaker()
    var entries: [Entry] = []
  }

  private let reader: FeedReader
  private let progress: Progress
  private let options: ReadingOptions

  /// A reader for one document.
  public init(options: ReadingOptions = ReadingOptions()) {
    let progress = Progress()
    self.progress = progress
    self.options = options
    reader = FeedReader(options: options) { post, origin in
      progress.entries.append(progress.maker.entry(of: post, origin))
    }
  }

  /// Takes the document's next bytes.
  public func consume(_ bytes: UnsafeBufferPointer<UInt8>) { reader.consume(bytes) }

  /// Ends the document.
  ///
  /// - Parameter source: Where contents can be read again; without it a diff tells that they changed,
  ///   but not how.
  public func finish(source: (any DocumentSource)?) -> FeedSnapshot {
    let result = reader.finish()
    return FeedSnapshot(
      kind: result.kind,
      feed: result.feed,
      isComplete: result.isComplete,
      breakage: result.isComplete ? nil : result.notes.last { $0.kind == .syntax },
      entries: progress.entries,
      texts: progress.maker.texts,
      hasByteOffsets: result.isUTF8,
      source: source,
      options: options
    )
  }

  /// Reads a document in memory.
  public static func read(
    _ bytes: [UInt8],
    options: ReadingOptions = ReadingOptions()
  ) -> FeedSnapshot {
    let reader = FeedSnapshotReader(options: options)
    bytes.withUnsafeBufferPointer { reader.consume($0) }
    return reader.finish(source: DocumentInMemory(bytes))
  }
}
