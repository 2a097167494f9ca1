/// The namespaces that are met in feeds: their URIs letter by letter, the prefixes that are customary,
/// and the URIs that people write instead.
package struct KnownNamespaces: Sendable {
  /// One namespace.
  package struct Entry: Sendable {
    /// The prefix that is customary.
    package let prefix: String
    /// The URI.
    package let namespace: String
    /// URIs that are met in its place.
    package let variants: [String]

    init(_ prefix: String, _ namespace: String, _ variants: [String] = []) {
      self.prefix = prefix
      self.namespace = namespace
      self.variants = variants
    }
  }

  /// Media RSS, which many write without the slash at its end.
  package static let media = "http://search.yahoo.com/mrss/"

  /// All of them.
  package static let shared = KnownNamespaces(entries)

  private let byURI: [String: Int]
  private let byPrefix: [String: Int]
  private let byVariant: [String: Int]

  private init(_ entries: [Entry]) {
    var byURI: [String: Int] = [:]
    var byPrefix: [String: Int] = [:]
    var byVariant: [String: Int] = [:]
    for (number, entry) in entries.enumerated() {
      byURI[entry.namespace] = number
      // The first of a prefix is the one that is meant.
      if byPrefix[entry.prefix] == nil { byPrefix[entry.prefix] = number }
      for variant in entry.variants { byVariant[variant] = number }
    }
    self.byURI = byURI
    self.byPrefix = byPrefix
    self.byVariant = byVariant
  }

  /// The namespace of a URI.
  package func entry(of uri: String) -> Entry? { byURI[uri].map { Self.entries[$0] } }

  /// The namespace whose customary prefix this is.
  package func entry(prefix: String) -> Entry? { byPrefix[prefix].map { Self.entries[$0] } }

  /// The namespace that is meant by a URI that is written instead of its own.
  package func entry(meantBy uri: String) -> Entry? {
    if let known = byVariant[uri] { return Self.entries[known] }
    guard byURI[uri] == nil else { return nil }
    // Others differ by their scheme or by a slash at their end.
    let bare = Self.bare(uri)
    return Self.entries.first { Self.bare($0.namespace) == bare }
  }

  private static func bare(_ uri: String) -> String {
    var text = uri.lowercased()[...]
    for scheme in ["http://", "https://"] where text.hasPrefix(scheme) {
      text = text.dropFirst(scheme.count)
    }
    if text.hasPrefix("www.") { text = text.dropFirst(4) }
    while let last = text.last, last == "/" || last == "#" { text = text.dropLast() }
    return String(text)
  }

  /// Sorted by prefix.
  static let entries: [Entry] = [
    Entry("acast", "https://schema.acast.com/1.0/"),
    Entry("access", "http://www.bloglines.com/about/specs/fac-1.0"),
    Entry("admin", "http://webns.net/mvcb/"),
    Entry("ag", "http://purl.org/rss/1.0/modules/aggregation/"),
    Entry("annotate", "http://purl.org/rss/1.0/modules/annotate/"),
    Entry("app", "http://www.w3.org/2007/app", ["http://purl.org/atom/app#"]),
    Entry("atom", "http://www.w3.org/2005/Atom", ["http://www.w3.org/2005/atom"]),
    Entry("audio", "http://media.tangent.org/rss/1.0/"),
    Entry("blogChannel", "http://backend.userland.com/blogChannelModule"),
    Entry("cc", "http://web.resource.org/cc/"),
    Entry("cc", "http://creativecommons.org/ns#"),
    Entry("cf", "http://www.microsoft.com/schemas/rss/core/2005"),
    Entry("company", "http://purl.org/rss/1.0/modules/company"),
    Entry("company", "http://purl.org/rss/1.0/modules/company/"),
    Entry("conversationsNetwork", "http://conversationsnetwork.org/rssNamespace-1.0/"),
    Entry("content", "http://purl.org/rss/1.0/modules/content/"),
    Entry("cp", "http://my.theinfo.org/changed/1.0/rss/"),
    Entry(
      "creativeCommons",
      "http://backend.userland.com/creativeCommonsRssModule",
      ["http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html"]
    ),
    Entry("dc", "http://purl.org/dc/elements/1.1/", ["http://purl.org/dc/elements/1.0/"]),
    Entry("dcterms", "http://purl.org/dc/terms/"),
    Entry("email", "http://purl.org/rss/1.0/modules/email/"),
    Entry("ev", "http://purl.org/rss/1.0/modules/event/"),
    Entry("feedpress", "https://feed.press/xmlns"),
    Entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
    Entry("fh", "http://purl.org/syndication/history/1.0"),
    Entry("foaf", "http://xmlns.com/foaf/0.1/"),
    Entry("g", "http://base.google.com/ns/1.0"),
    Entry("gd", "http://schemas.google.com/g/2005"),
    Entry("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
    Entry("georss", "http://www.georss.org/georss", ["http://www.georss.org/georss/10"]),
    Entry("geourl", "http://geourl.org/rss/module/"),
    Entry("gml", "http://www.opengis.net/gml"),
    Entry("googleplay", "http://www.google.com/schemas/play-podcasts/1.0"),
    Entry("icbm", "http://postneo.com/icbm"),
    Entry("image", "http://purl.org/rss/1.0/modules/image/"),
    Entry("indexing", "urn:atom-extension:indexing"),
    Entry("itms", "http://phobos.apple.com/rss/1.0/modules/itms/"),
    Entry(
      "itunes",
      "http://www.itunes.com/dtds/podcast-1.0.dtd",
      ["http://www.itunes.com/DTDs/Podcast-1.0.dtd"]
    ),
    Entry("l", "http://purl.org/rss/1.0/modules/link/"),
    Entry("m", "http://www.w3.org/1998/Math/MathML"),
    Entry(
      "media",
      media,
      [
        "http://search.yahoo.com/mrss", "http://search.yahoo.com/mrss/rss/",
        "http://search.yahoo.com/search/mrss/", "http://video.search.yahoo.com/mrss",
        "http://video.search.yahoo.com/mrss/", "http://www.rssboard.org/media-rss",
      ]
    ),
    Entry("meta", "http://www.w3.org/1999/xhtml"),
    Entry("opml", "http://www.opml.org/spec2"),
    Entry("openid", "http://openid.net/xmlns/1.0"),
    Entry("opensearch", "http://a9.com/-/spec/opensearch/1.1/"),
    Entry("opensearch10", "http://a9.com/-/spec/opensearchrss/1.0/"),
    Entry("pingback", "http://madskills.com/public/xml/rss/module/pingback/"),
    Entry(
      "podcast",
      "https://podcastindex.org/namespace/1.0",
      [
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
      ]
    ),
    Entry("prism", "http://prismstandard.org/namespaces/basic/3.0/"),
    Entry("prism", "http://prismstandard.org/namespaces/1.2/basic/"),
    Entry("prism", "http://purl.org/rss/1.0/modules/prism/"),
    Entry("psc", "http://podlove.org/simple-chapters", ["http://podlove.org/simple-chapters/"]),
    Entry("rawvoice", "http://www.rawvoice.com/rawvoiceRssModule/"),
    Entry("rawvoice", "https://blubrry.com/developer/rawvoice-rss/"),
    Entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    Entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    Entry("ref", "http://purl.org/rss/1.0/modules/reference/"),
    Entry("reqv", "http://purl.org/rss/1.0/modules/richequiv/"),
    Entry("rss091", "http://purl.org/rss/1.0/modules/rss091#"),
    Entry("rss10", "http://purl.org/rss/1.0/"),
    Entry("schema", "http://schema.org/", ["https://schema.org/"]),
    Entry("search", "http://purl.org/rss/1.0/modules/search/"),
    Entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
    Entry("source", "http://source.scripting.com/"),
    Entry("source", "http://source.smallpict.com/2014/07/12/theSourceNamespace.html"),
    Entry("spotify", "http://www.spotify.com/ns/rss"),
    Entry("ss", "http://purl.org/rss/1.0/modules/servicestatus/"),
    Entry("str", "http://hacks.benhammersley.com/rss/streaming/"),
    Entry("svg", "http://www.w3.org/2000/svg"),
    Entry("sx", "http://www.microsoft.com/schemas/rss/sse"),
    Entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
    Entry("taxo", "http://purl.org/rss/1.0/modules/taxonomy/"),
    Entry("thr", "http://purl.org/syndication/thread/1.0"),
    Entry("thr", "http://purl.org/rss/1.0/modules/threading/"),
    Entry("trackback", "http://madskills.com/public/xml/rss/module/trackback/"),
    Entry("webfeeds", "http://webfeeds.org/rss/1.0"),
    Entry("wfw", "http://wellformedweb.org/CommentAPI/"),
    Entry("wordpress", "com-wordpress:feed-additions:1"),
    Entry(
      "wiki",
      "http://purl.org/rss/1.0/modules/wiki/",
      ["http://www.usemod.com/cgi-bin/mb.pl?ModWiki"]
    ),
    Entry("xhtml", "http://www.w3.org/1999/xhtml"),
    Entry("xlink", "http://www.w3.org/1999/xlink"),
    Entry("yt", "http://www.youtube.com/xml/schemas/2015"),
    Entry("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
  ]
}
