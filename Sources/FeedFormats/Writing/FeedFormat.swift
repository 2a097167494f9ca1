/// A format in which a feed can be written.
public enum FeedFormat: String, Sendable, CaseIterable {
  /// RSS 2.0.
  case rss
  /// Atom 1.0, RFC 4287.
  case atom
  /// JSON Feed 1.1.
  case json

  /// The name people know it by.
  public var name: String {
    switch self {
    case .rss: "RSS 2.0"
    case .atom: "Atom 1.0"
    case .json: "JSON Feed 1.1"
    }
  }

  /// The media type that the document should be served with.
  public var mediaType: String {
    switch self {
    case .rss: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }

  /// The format that a file's name stands for: `atom.xml` and `*.atom` for Atom, any other `*.xml`
  /// and `*.rss` for RSS, `*.json` for JSON Feed; nil for other endings.
  public init?(fileName: String) {
    let name = fileName.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if name.hasSuffix(".json") {
      self = .json
    } else if name.hasSuffix(".atom") || (name.hasSuffix(".xml") && name.hasPrefix("atom")) {
      self = .atom
    } else if name.hasSuffix(".xml") || name.hasSuffix(".rss") {
      self = .rss
    } else {
      return nil
    }
  }
}
