import FeedModel
import FeedXML

/// What a writer has produced: bytes of the document, and what they could not carry.
public struct FeedOutput: Sendable {
  /// The document or a part of it, UTF-8. The owner may take bytes away between two calls.
  public var bytes: [UInt8]
  /// What was left out.
  public var omissions: [Omission]
  /// Where in the bytes an entry has the feed's date for want of its own: the text of the date.
  package var feedDates: [Range<Int>] = []

  /// Nothing yet.
  public init() {
    bytes = []
    omissions = []
  }

  /// Appends ASCII as it is.
  public mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  /// Notes something that the document does not carry: of a post, or of the feed.
  mutating func omit(_ property: String, _ reason: String, of post: Post? = nil) {
    omissions.append(Omission(property: property, reason: reason, postID: post?.id))
  }

  /// Notes something if a condition holds.
  @inline(__always)
  mutating func omit(
    _ property: StaticString,
    if condition: Bool,
    _ reason: StaticString,
    of post: Post? = nil
  ) {
    if condition { omit(property.description, reason.description, of: post) }
  }

  mutating func omitDroppedCharacters(_ count: Int, of post: Post? = nil) {
    guard count > 0 else { return }
    omit(
      "text",
      "\(count) control character\(count == 1 ? "" : "s") that XML cannot hold dropped",
      of: post
    )
  }

  /// Lets an XML serializer write into the buffer, without a copy of it. While it does, `bytes` of
  /// the output that the body gets is empty: it is there for omissions.
  mutating func write(
    with serializer: inout XMLSerializer,
    _ body: (inout XMLSerializer, inout FeedOutput) -> Void
  ) {
    swap(&serializer.bytes, &bytes)
    body(&serializer, &self)
    swap(&serializer.bytes, &bytes)
  }
}
