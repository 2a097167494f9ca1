import FeedModel
import FeedXML

/// What a document's root element says of it.
struct FeedRoot {
  /// What the document is.
  var kind: FeedKind
  /// Namespaces that are read as another.
  var namespaces: [String: String] = [:]
  /// Whether it is that of an HTML page, of which nothing else is to be said.
  var isPage = false
  /// What is wrong with the root.
  var findings: [Finding] = []

  /// Namespaces that RSS was given by programs that thought it must have one.
  static let rssNamespaces = [
    "http://backend.userland.com/rss", "http://backend.userland.com/rss2",
    "http://backend.userland.com/RSS2", "http://blogs.law.harvard.edu/tech/rss",
    "http://purl.org/rss/2.0/", "http://purl.org/net/rss1.1#",
  ]

  /// Reads a root element.
  static func read(_ tag: borrowing XMLStartTag) -> FeedRoot {
    let namespace = tag.name.namespaceURI
    switch tag.name.localName {
    case "rss": return rss(tag, namespace)
    case "RDF": return rdf(tag, namespace)
    case "feed", "entry": return atom(tag, namespace)
    case "opml", "outlineDocument": return opml(tag)
    case "channel",
      "Channel" where namespace.isEmpty:
      var root = FeedRoot(kind: .unknown)
      root.report(.rootUnknown, "channel is no document by itself", tag, help: "Put it into rss.")
      return root
    case let name:
      var root = FeedRoot(kind: .unknown)
      switch name.lowercased() {
      case "html", "head", "body":
        root.isPage = true
        root.report(
          .rootUnknown,
          "this is an HTML page, not a feed",
          tag,
          help: "Look for the feed’s address in the page’s link elements."
        )
      case "urlset", "sitemapindex":
        root.report(
          .rootUnknown,
          "this is a sitemap, not a feed",
          tag,
          help: "Check the address: the feed has one of its own."
        )
      default:
        root.report(
          .rootUnknown,
          "the root element \(tag.name.qualifiedName) is of no kind of feed",
          tag
        )
      }
      return root
    }
  }

  private static func attribute(_ name: StaticString, _ tag: borrowing XMLStartTag) -> String? {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index) else { continue }
      if attribute.name.isNamed(name), attribute.name.namespace == nil { return attribute.string }
    }
    return nil
  }

  private static func rss(_ tag: borrowing XMLStartTag, _ namespace: String) -> FeedRoot {
    let version = attribute("version", tag) ?? ""
    let known = ["0.90", "0.91", "0.92", "0.93", "0.94", "2.0"]
    var root = FeedRoot(kind: .rss(version: known.contains(version) ? version : "2.0"))
    if !version.isEmpty, !known.contains(version) {
      root.report(
        .rssVersionUnknown,
        "version of rss is \(Excerpt.quote(version)), of which there is no RSS",
        tag,
        attribute: "version"
      )
    }
    if !namespace.isEmpty {
      root.namespaces[namespace] = ""
      root.report(
        .namespaceWrong,
        "rss is in the namespace \(namespace), but RSS has none",
        tag,
        help: "Remove the declaration of the default namespace."
      )
    }
    return root
  }

  /// Netscape's own examples of RSS 0.90 had this one too.
  private static let oldRSS090 = "http://channel.netscape.com/rdf/simple/0.9/"

  private static func rdf(_ tag: borrowing XMLStartTag, _ namespace: String) -> FeedRoot {
    var version = "1.0"
    for index in 0..<tag.namespaceCount {
      guard let declared = tag.namespace(index) else { continue }
      if declared.uri == Vocabularies.rss090 || declared.uri == oldRSS090 { version = "0.90" }
    }
    var root = FeedRoot(kind: .rdf(version: version))
    root.namespaces[oldRSS090] = Vocabularies.rss090
    if namespace != Vocabularies.rdf {
      root.namespaces[namespace] = Vocabularies.rdf
      root.report(
        .namespaceWrong,
        "RDF is in the namespace \(Excerpt.quote(namespace)) instead of \(Vocabularies.rdf)",
        tag
      )
    }
    return root
  }

  private static func atom(_ tag: borrowing XMLStartTag, _ namespace: String) -> FeedRoot {
    let isEntry = tag.name.isNamed("entry")
    if namespace == Vocabularies.atom03 {
      let version = attribute("version", tag) ?? "0.3"
      var root = FeedRoot(kind: isEntry ? .atomEntry(version: "0.3") : .atom(version: "0.3"))
      root.report(
        .versionObsolete,
        "this is Atom \(version), a draft that Atom 1.0 replaced in 2005",
        tag,
        help: "Write Atom 1.0, whose namespace is \(Vocabularies.atom)."
      )
      return root
    }
    var root = FeedRoot(kind: isEntry ? .atomEntry(version: "1.0") : .atom(version: "1.0"))
    if namespace.isEmpty {
      root.namespaces[""] = Vocabularies.atom
      root.report(
        .namespaceMissing,
        "\(tag.name.localName) is in no namespace; Atom's is \(Vocabularies.atom)",
        tag
      )
    } else if namespace != Vocabularies.atom {
      root.namespaces[namespace] = Vocabularies.atom
      root.report(
        .namespaceWrong,
        "\(tag.name.localName) is in the namespace \(Excerpt.quote(namespace)) instead of "
          + Vocabularies.atom,
        tag
      )
    } else if tag.name.prefix != nil {
      root.report(
        .namespacePrefixAvoidable,
        "Atom's elements have the prefix \(tag.name.qualifiedName.prefix { $0 != ":" })",
        tag
      )
    }
    return root
  }

  private static func opml(_ tag: borrowing XMLStartTag) -> FeedRoot {
    let version = attribute("version", tag) ?? ""
    let known = ["1.0", "1.1", "2.0"]
    var root = FeedRoot(kind: .opml(version: known.contains(version) ? version : "2.0"))
    if tag.name.isNamed("outlineDocument") {
      root.report(.versionObsolete, "outlineDocument was OPML's name before 1.0", tag)
    } else if !version.isEmpty, !known.contains(version) {
      root.report(
        .opmlVersionInvalid,
        "version of opml is \(Excerpt.quote(version)), of which there is no OPML",
        tag,
        attribute: "version"
      )
    }
    return root
  }

  private mutating func report(
    _ rule: Rule,
    _ message: String,
    _ tag: borrowing XMLStartTag,
    attribute: String? = nil,
    help: String? = nil
  ) {
    var position = tag.position
    if let attribute { position = tag.position(ofAttribute: attribute)?.value ?? position }
    findings.append(
      Finding(
        rule: rule,
        message: message,
        position: position,
        element: tag.name.qualifiedName,
        attribute: attribute,
        help: help
      )
    )
  }
}
