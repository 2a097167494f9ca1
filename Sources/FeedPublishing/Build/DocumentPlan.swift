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

  /// A writer that declares what the entries use.
  func writer(for posts: [SiteScan.Found]) -> any FeedWriter {
    switch format {
    case .rss: writer(RSSWriter.self, for: posts)
    case .atom: writer(AtomWriter.self, for: posts)
    case .json: writer(JSONFeedWriter.self, for: posts)
    }
  }

  /// The heads tell all that decides about namespaces but the content and the summary, which every
  /// post may get on rendering.
  private func writer<Writer: FeedWriter>(
    _: Writer.Type,
    for posts: [SiteScan.Found]
  ) -> Writer {
    var namespaces: [XMLNamespace] = []
    for member in members {
      var post = posts[member].source.post
      post.summary = ""
      post.content = Content()
      for namespace in Writer.namespaces(of: post, options: options)
      where !namespaces.contains(namespace) {
        namespaces.append(namespace)
      }
    }
    return Writer(feed: feed, options: options, namespaces: namespaces)
  }
}
