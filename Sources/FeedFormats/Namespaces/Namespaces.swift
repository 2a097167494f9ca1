import FeedXML

extension XMLNamespace {
  /// The namespaces that Tidings writes, sorted by prefix. A test compares both lists with the folder.
  public static let written: [XMLNamespace] = [
    .atom, .content, .dublinCore, .history, .itunes, .media, .podcast, .slash, .source,
    .syndication, .threading, .wellFormedWeb,
  ]

  /// Those that Tidings only reads, sorted by prefix.
  public static let onlyRead: [XMLNamespace] = [
    .admin, .dublinCoreTerms, .feedBurner, .xhtml,
  ]
}
