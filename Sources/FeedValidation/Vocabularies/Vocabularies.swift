import FeedModel

/// All vocabularies, one a file.
enum Vocabularies {
  static let atom = "http://www.w3.org/2005/Atom"
  static let atom03 = "http://purl.org/atom/ns#"
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let rss10 = "http://purl.org/rss/1.0/"
  static let rss090 = "http://my.netscape.com/rdf/simple/0.9/"
  static let xhtml = "http://www.w3.org/1999/xhtml"
  static let svg = "http://www.w3.org/2000/svg"
  static let mathML = "http://www.w3.org/1998/Math/MathML"

  /// Those of a kind of document: its own, and all that extend it.
  static func of(_ kind: FeedKind) -> [Vocabulary] {
    switch kind {
    case .rss: [.rss, .atomInRSS] + extensions
    case .rdf: [.rdf, .rss10, .rss090, .atomInRSS] + extensions
    case .atom(let version), .atomEntry(let version):
      version == "0.3" ? [.atom03] + extensions : [.atom] + extensions
    case .opml: [.opml]
    case .jsonFeed, .unknown: []
    }
  }

  /// The namespaces that extend feeds, in the order of their files.
  static let extensions: [Vocabulary] = [
    .access,
    .admin,
    .aggregation,
    .annotate,
    .atomPublishing,
    .blogChannel,
    .changed,
    .commonFeed,
    .content,
    .conversationsNetwork,
    .creativeCommons,
    .creativeCommonsRDF,
    .creativeCommonsRights,
    .dublinCore,
    .dublinCoreTerms,
    .event,
    .feedBurner,
    .feedHistory,
    .gml,
    .geo,
    .geoRSS,
    .geoURL,
    .googlePlay,
    .icbm,
    .itunes,
    .indexing,
    .link,
    .media,
    .opmlInFeeds,
    .openSearch,
    .openSearch10,
    .pingback,
    .podcast,
    .rdfInFeeds,
    .rdfSchema,
    .rawVoice,
    .simpleChapters,
    .slash,
    .source,
    .spotify,
    .syndication,
    .taxonomy,
    .thread,
    .threading,
    .trackback,
    .webFeeds,
    .wellFormedWeb,
    .wiki,
    .wordPress,
    .xhtml,
    .youTube,
  ]
}
