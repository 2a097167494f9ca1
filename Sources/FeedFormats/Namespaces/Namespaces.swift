import FeedXML

extension XMLNamespace {
  /// The namespaces that Tidings writes, sorted by prefix. A test compares the list with the folder.
  public static let written: [XMLNamespace] = [
    .atom, .content, .dublinCore, .history, .itunes, .media, .podcast, .slash, .source,
    .syndication, .threading, .wellFormedWeb,
  ]
}
