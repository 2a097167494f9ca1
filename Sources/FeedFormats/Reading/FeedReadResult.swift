import FeedModel

/// What a document says beside its entries.
public struct FeedReadResult: Sendable {
  /// What the document is; `unknown` for what is no feed.
  public var kind: FeedKind
  /// What the feed says of itself.
  public var feed: Feed
  /// How many entries there were.
  public var entryCount: Int
  /// What had to be guessed or left out, in the order in which it was met; at most 1,000.
  public var notes: [ReadingNote]
  /// How many notes there would be without that limit.
  public var noteCount: Int
  /// Whether the document was read to its end. False where its syntax is broken beyond repair, or it
  /// breaks off.
  public var isComplete: Bool
  /// Whether the document is UTF-8, so that the offsets of positions are those of its bytes.
  public var isUTF8 = true

  /// Whether the document is a feed.
  public var isFeed: Bool {
    switch kind {
    case .unknown, .opml: false
    default: true
    }
  }
}
