import FeedValidation
import Testing

/// A piece of a document, and the rules that it breaks; those of which every such document breaks
/// some are left out.
struct VocabularyCase: Sendable, CustomTestStringConvertible {
  let piece: String
  let rules: [String]

  init(_ piece: String, _ rules: String...) {
    self.piece = piece
    self.rules = rules
  }

  var testDescription: String { piece }

  static let prefixes = [
    "admin": "http://webns.net/mvcb/", "app": "http://www.w3.org/2007/app",
    "cc": "http://web.resource.org/cc/", "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/", "ev": "http://purl.org/rss/1.0/modules/event/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "fh": "http://purl.org/syndication/history/1.0",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#", "georss": "http://www.georss.org/georss",
    "gml": "http://www.opengis.net/gml", "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/", "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "source": "http://source.scripting.com/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "taxo": "http://purl.org/rss/1.0/modules/taxonomy/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "trackback": "http://madskills.com/public/xml/rss/module/trackback/",
    "wfw": "http://wellformedweb.org/CommentAPI/", "xhtml": "http://www.w3.org/1999/xhtml",
  ]

  static var declarations: String {
    prefixes.sorted { $0.key < $1.key }.map { "xmlns:\($0.key)=\"\($0.value)\"" }
      .joined(separator: " ")
  }

  /// What is wrong with a document: all of it, or what breaks one rule.
  static func findings(_ document: String, of rule: String? = nil) -> [Diagnostic] {
    let validator = FeedValidator(ValidationSettings(now: 1_719_792_000))
    Array(document.utf8).withUnsafeBufferPointer { validator.consume($0) }
    return validator.finish().diagnostics.filter { rule == nil || $0.rule == rule }
  }

  /// The rules that a document breaks, each once, in their order.
  static func broken(_ document: String) -> [String] {
    let quiet: Set<String> = [
      "encoding-undeclared", "self-missing", "language-missing", "guid-missing", "author-missing",
      "version-obsolete", "itunes-element-missing", "itunes-owner-missing",
      "content-or-alternate-missing", "text-missing", "item-semantics-duplicate",
    ]
    var rules: [String] = []
    for diagnostic in findings(document) {
      guard !quiet.contains(diagnostic.rule), !rules.contains(diagnostic.rule) else { continue }
      rules.append(diagnostic.rule)
    }
    return rules
  }
}
