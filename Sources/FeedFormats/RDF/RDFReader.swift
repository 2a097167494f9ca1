import FeedXML

/// RSS 0.90 and 1.0 as RDF, which differ from other RSS in where things stand: items, image and text
/// box beside the channel. What an item is about is its id where it has no other.
///
/// Specification: RDF Site Summary 1.0, web.resource.org/rss/1.0/spec.
enum RDFReader {
  static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

  /// Namespaces of RSS 0.90.
  static let rss090 = [
    "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
  ]

  /// Namespaces of all RSS, in which its elements are or were thought to be.
  static let rss: Set<String> = [
    "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2", "http://backend.userland.com/RSS2",
    "http://blogs.law.harvard.edu/tech/rss", "http://purl.org/rss/2.0/",
    "http://purl.org/net/rss1.1#",
  ]

  /// The version that a root's declarations stand for.
  static func version(_ tag: borrowing XMLStartTag) -> String {
    for index in 0..<tag.namespaceCount {
      if let declared = tag.namespace(index), rss090.contains(declared.uri) { return "0.90" }
    }
    return "1.0"
  }
}
