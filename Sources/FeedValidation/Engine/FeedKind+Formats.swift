import FeedModel

extension FeedKind {
  /// The format, for rules that are about some only.
  var format: Rule.Formats {
    switch self {
    case .rss: .rss
    case .rdf: .rdf
    case .atom, .atomEntry: .atom
    case .jsonFeed: .jsonFeed
    case .opml: .opml
    case .unknown: .all
    }
  }
}
