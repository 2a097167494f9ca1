import FeedJSON
import FeedModel

/// A line of a ledger: which id subscribers know a post by.
///
///     {"source": "content/posts/gauge.md", "id": "https://weir.example/notes/gauge/", "published": "2024-05-04T09:00:00Z"}
public struct LedgerLine: Sendable, Equatable {
  /// The post: its file's path from the configuration's folder, and for one of many in a file `#` and
  /// what it is called there.
  public var source: String
  /// The id.
  public var id: String
  /// When it was published first; nil if nobody knows.
  public var published: Timestamp?
  /// The date that it has instead since its author dated it anew; nil if that never happened. A file
  /// that is renamed later is recognized by it.
  public var dated: Timestamp?

  /// See the properties.
  public init(source: String, id: String, published: Timestamp?, dated: Timestamp? = nil) {
    self.source = source
    self.id = id
    self.published = published
    self.dated = dated == published ? nil : dated
  }

  /// The date that the post has, as far as the ledger knows.
  var date: Timestamp? { dated ?? published }

  /// Appends the line with its end. The order of the members and the spaces are always the same, so
  /// that two machines write the same bytes, and reading may count on them.
  func write(to bytes: inout [UInt8]) {
    bytes += Self.sourceKey.utf8
    JSONText.append(source, to: &bytes)
    bytes += Self.idKey.utf8
    JSONText.append(id, to: &bytes)
    if let published {
      bytes += Self.publishedKey.utf8
      JSONText.append(RFC3339.string(published.utc), to: &bytes)
    }
    if let dated {
      bytes += Self.datedKey.utf8
      JSONText.append(RFC3339.string(dated.utc), to: &bytes)
    }
    bytes += "}\n".utf8
  }

  static let sourceKey = #"{"source": "#
  static let idKey = #", "id": "#
  static let publishedKey = #", "published": "#
  static let datedKey = #", "dated": "#
}

extension LedgerLine: Comparable {
  /// The order in which new lines are written: the newest post last, as time goes.
  public static func < (left: LedgerLine, right: LedgerLine) -> Bool {
    if left.published != right.published {
      guard let date = left.published else { return true }
      return right.published.map { date < $0 } ?? false
    }
    return (left.source, left.id) < (right.source, right.id)
  }
}
