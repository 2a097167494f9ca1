import FeedXML

/// What a post was read from.
public struct EntryOrigin: Sendable, Equatable {
  /// Where the entry begins in the document.
  public var position: SourcePosition
  /// Whether the entry has an id; without one the post has what most feed readers take instead.
  public var hasID: Bool
}
