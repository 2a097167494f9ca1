import FeedModel

/// The kinds of feeds that media types tell apart.
enum FeedKinds {
  case rss, rdf, atom, jsonFeed, opml

  /// `nil` for what is no feed.
  init?(_ kind: FeedKind) {
    switch kind {
    case .rss: self = .rss
    case .rdf: self = .rdf
    case .atom, .atomEntry: self = .atom
    case .jsonFeed: self = .jsonFeed
    case .opml: self = .opml
    case .unknown: return nil
    }
  }

  /// The kind's name in messages.
  var name: String {
    switch self {
    case .rss, .rdf: "RSS"
    case .atom: "Atom"
    case .jsonFeed: "JSON Feed"
    case .opml: "OPML"
    }
  }

  var syntax: String { self == .jsonFeed ? "JSON" : "XML" }

  /// The media type that says what it is. RSS's was never registered, but it is what all know.
  var ownType: String {
    switch self {
    case .rss, .rdf: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .jsonFeed: "application/feed+json"
    case .opml: "text/x-opml"
    }
  }
}

/// What a server's media type says of a feed.
enum ServedType: Equatable {
  /// That it is what it is.
  case own
  /// Nothing.
  case missing
  /// Its syntax, and no more.
  case generic(String)
  /// That it is of another format, which is named.
  case otherFormat(String, String)
  /// That it is no feed.
  case noFeed(String)

  /// - Parameter type: In lower case, without parameters.
  init(_ type: String?, of kind: FeedKinds) {
    guard let type else {
      self = .missing
      return
    }
    switch type {
    case "application/rss+xml": self = Self.own(kind == .rss || kind == .rdf, type, "RSS")
    case "application/rdf+xml": self = Self.own(kind == .rdf, type, "RDF")
    case "application/atom+xml", "application/x.atom+xml":
      self = Self.own(kind == .atom, type, "Atom")
    case "application/feed+json": self = Self.own(kind == .jsonFeed, type, "JSON Feed")
    case "text/x-opml", "text/opml", "application/opml+xml":
      self = Self.own(kind == .opml, type, "OPML")
    // RFC 7303 section 9.2: text/xml means the same as application/xml, its encoding included.
    case "application/xml", "text/xml":
      self = kind == .jsonFeed ? .otherFormat(type, "XML") : .generic(type)
    case "application/json", "text/json":
      self = kind == .jsonFeed ? .generic(type) : .otherFormat(type, "JSON")
    default: self = .noFeed(type)
    }
  }

  private static func own(_ isOwn: Bool, _ type: String, _ format: String) -> ServedType {
    isOwn ? .own : .otherFormat(type, format)
  }
}
