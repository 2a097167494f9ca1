/// Something that a post or feed has and a document could not carry.
///
/// What follows from the rest of the document is none: a feed's date where its entries have theirs,
/// a picture's size in pixels, the name of the program that wrote the document.
public struct Omission: Sendable, Hashable {
  /// The property of `Feed` or `Post`, such as `attachments`; `text` for characters of any of them.
  public var property: String
  /// What was left out and why, as a sentence without its full stop.
  public var reason: String
  /// The id of the post; nil when it concerns the feed.
  public var postID: String?

  /// An omission of a property, for a reason.
  public init(property: String, reason: String, postID: String? = nil) {
    self.property = property
    self.reason = reason
    self.postID = postID
  }
}
