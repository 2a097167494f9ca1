import FeedDiff
import FeedFormats
import FeedModel
import FeedXML

/// A document to be written: what stands in its head, and which posts are its entries.
struct DocumentPlan: Sendable {
  /// The path below the output folder.
  var path: String
  /// The format.
  var format: FeedFormat
  /// What the feed says of itself.
  var feed: Feed
  /// What is carried of each post.
  var options: WriterOptions
  /// The entries in order, as indices into the scan's posts.
  var members: [Int]
  /// How many bytes the document has at most.
  var maximumBytes: Int?

  /// A writer that declares the namespaces.
  func writer(declaring namespaces: [XMLNamespace]) -> any FeedWriter {
    writerType.init(feed: feed, options: options, namespaces: namespaces)
  }

  private var writerType: any FeedWriter.Type {
    switch format {
    case .rss: RSSWriter.self
    case .atom: AtomWriter.self
    case .json: JSONFeedWriter.self
    }
  }

  /// What the entries use.
  ///
  /// The heads tell all that decides about namespaces but the content and the summary, which every
  /// post may get on rendering.
  func namespaces(of posts: [SiteScan.Found]) -> [XMLNamespace] {
    let writer = writerType
    var namespaces: [XMLNamespace] = []
    for member in members {
      var post = posts[member].source.post
      post.summary = ""
      post.content = Content()
      for namespace in writer.namespaces(of: post, options: options)
      where !namespaces.contains(namespace) {
        namespaces.append(namespace)
      }
    }
    return namespaces
  }

  /// The fingerprint of what stands before the entries, but for the time of change, which does not
  /// concern them.
  func headFingerprint(declaring namespaces: [XMLNamespace]) -> UInt64 {
    var undated = self
    undated.feed.updated = nil
    var output = FeedOutput()
    undated.writer(declaring: namespaces).writeHead(to: &output)
    return output.bytes.withUnsafeBufferPointer { Fingerprint.of($0) }
  }
}
