/// A document's place among the documents that make up one feed (RFC 5005).
///
/// All URLs are absolute. A feed with none of them is one document.
public struct Paging: Sendable, Equatable {
  /// The document with the newest entries of a paged feed (section 3).
  public var first: String?
  /// The document with the oldest entries of a paged feed (section 3).
  public var last: String?
  /// The page before this one, with newer entries (section 3).
  public var previous: String?
  /// The page after this one, with older entries (section 3; JSON Feed's `next_url`).
  public var next: String?
  /// The archive with the entries before these (section 4).
  public var previousArchive: String?
  /// The archive with the entries after these (section 4).
  public var nextArchive: String?
  /// From an archive, the document that subscribers poll (section 4).
  public var current: String?
  /// Whether this document is an archive, which never changes again (section 4, `fh:archive`).
  public var isArchive: Bool
  /// Whether the document holds every entry that there is (section 2, `fh:complete`).
  public var isComplete: Bool

  /// A document that stands alone.
  public init() {
    isArchive = false
    isComplete = false
  }
}
