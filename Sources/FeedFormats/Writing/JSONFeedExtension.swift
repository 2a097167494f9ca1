import FeedJSON
import FeedModel

/// An extension that JSON Feed can carry, as a member whose name starts with `_`.
public protocol JSONFeedExtension: FeedExtension {
  /// The member's name: `_`, a letter, and no full stop (JSON Feed 1.1, Extensions).
  static var jsonKey: String { get }

  /// Writes the member's value.
  func write(to json: inout JSONSerializer)
}
