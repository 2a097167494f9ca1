import FeedModel
import FeedXML

/// Writes a feed as a document of one format, in three steps: head, each entry, tail.
///
/// A writer is a value and does not change: entries may be written on several threads, each into an
/// output of its own, and joined in order with `separator` between them. Nothing of the document
/// is held.
public protocol FeedWriter: Sendable {
  /// The format that is written.
  static var format: FeedFormat { get }

  /// What stands between two entries.
  static var separator: StaticString { get }

  /// A writer for a feed.
  ///
  /// - Parameters:
  ///   - feed: What the feed says of itself.
  ///   - options: What the owner decides about the document.
  ///   - namespaces: The namespaces that its entries use, to be declared once, at the root. Others
  ///     are declared where they are used.
  init(feed: Feed, options: WriterOptions, namespaces: [XMLNamespace])

  /// The namespaces that an entry for the post may use. For the summary and the content it counts
  /// only whether there are any, so that empty ones stand for those that are not rendered yet.
  static func namespaces(of post: Post, options: WriterOptions) -> [XMLNamespace]

  /// Appends everything before the first entry.
  func writeHead(to output: inout FeedOutput)

  /// Appends an entry, without separator.
  func writeEntry(_ post: Post, to output: inout FeedOutput)

  /// Appends everything after the last entry.
  func writeTail(to output: inout FeedOutput)
}

extension FeedWriter {
  /// Writes a whole document into memory: for feeds that fit there, and for tests.
  ///
  /// A feed without a date gets that of its newest post.
  public static func document(
    _ feed: Feed,
    posts: some Collection<Post>,
    options: WriterOptions = WriterOptions()
  ) -> FeedOutput {
    var feed = feed
    var namespaces: [XMLNamespace] = []
    var newest: Timestamp?
    for post in posts {
      for namespace in Self.namespaces(of: post, options: options)
      where !namespaces.contains(namespace) {
        namespaces.append(namespace)
      }
      if let date = post.updated ?? post.published, newest.map({ date > $0 }) ?? true {
        newest = date
      }
    }
    feed.updated = feed.updated ?? newest

    let writer = Self(feed: feed, options: options, namespaces: namespaces)
    var output = FeedOutput()
    writer.writeHead(to: &output)
    var isFirst = true
    for post in posts {
      if !isFirst { output.append(Self.separator) }
      isFirst = false
      writer.writeEntry(post, to: &output)
    }
    writer.writeTail(to: &output)
    return output
  }
}

/// The namespaces without repetition and in the order of their prefixes: those of a feed, then those
/// of its entries. Of several with one prefix the first is the one that a root can declare.
func sortedNamespaces(_ namespaces: [XMLNamespace]...) -> [XMLNamespace] {
  var sorted: [XMLNamespace] = []
  for namespace in namespaces.joined()
  where !sorted.contains(where: { $0.prefix == namespace.prefix }) {
    sorted.append(namespace)
  }
  return sorted.sorted { $0.prefix < $1.prefix }
}
