/// What a document is, as its root element says.
public enum FeedKind: Sendable, Hashable {
  /// RSS 0.91 to 2.0, with the version that the document states.
  case rss(version: String)
  /// RSS 0.90 or 1.0.
  case rdf(version: String)
  /// An Atom feed document.
  case atom(version: String)
  /// An Atom document of one entry.
  case atomEntry(version: String)
  /// A JSON Feed.
  case jsonFeed(version: String)
  /// An OPML document.
  case opml(version: String)
  /// Something else.
  case unknown

  /// The name in reports: `rss-2.0`, `atom-1.0`, `json-feed-1.1`, `unknown`.
  public var name: String {
    switch self {
    case .rss(let version): "rss-\(version)"
    case .rdf(let version): "rss-\(version)"
    case .atom(let version): "atom-\(version)"
    case .atomEntry(let version): "atom-entry-\(version)"
    case .jsonFeed(let version): "json-feed-\(version)"
    case .opml(let version): "opml-\(version)"
    case .unknown: "unknown"
    }
  }
}
