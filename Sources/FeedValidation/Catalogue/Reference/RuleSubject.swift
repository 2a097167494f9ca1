/// What rules are about, for lists of them. A rule's id begins with its subject.
enum RuleSubject: String, CaseIterable {
  case xml = "XML and encoding"
  case namespaces = "Namespaces and versions"
  case structure = "Elements and attributes"
  case feed = "Feeds and their entries"
  case identity = "Ids and links"
  case dates = "Dates and times"
  case text = "Text and HTML"
  case media = "Podcasts and media"
  case history = "Pages and archives"
  case json = "JSON Feed"
  case lists = "Outlines"
  case delivery = "Servers"
  case values = "Numbers and words"

  /// The subject of a rule, by the longest beginning of its id that is known.
  static func of(_ rule: Rule) -> RuleSubject {
    let words = rule.id.split(separator: "-")
    for count in stride(from: min(2, words.count), to: 0, by: -1) {
      if let subject = beginnings[words.prefix(count).joined(separator: "-")] { return subject }
    }
    return .values
  }

  /// Rules by subject, subjects in their order and rules in that of their ids; none is empty.
  static func groups(of rules: [Rule]) -> [(subject: RuleSubject, rules: [Rule])] {
    let bySubject = Dictionary(grouping: rules.sorted { $0.id < $1.id }, by: RuleSubject.of)
    return allCases.compactMap { subject in bySubject[subject].map { (subject, $0) } }
  }

  private static let beginnings: [String: RuleSubject] = [
    "xml": .xml, "document": .xml, "encoding": .xml, "byte": .xml, "characters": .xml,
    "namespace": .namespaces, "root": .namespaces, "rss-version": .namespaces,
    "version": .namespaces, "opml-version": .namespaces, "atom03": .namespaces,
    "comment-rss": .namespaces, "extension": .namespaces,
    "element": .structure, "attribute": .structure, "grammar": .structure, "markup": .structure,
    "whitespace": .structure, "text-unexpected": .structure, "text-instead": .structure,
    "metadata": .structure,
    "title": .feed, "description": .feed, "language": .feed, "author": .feed, "image": .feed,
    "item": .feed, "summary": .feed, "semantics": .feed, "skip": .feed, "slash": .feed,
    "text-input": .feed, "ttl": .feed, "update": .feed, "cloud": .feed, "rdf": .feed,
    "port": .feed, "text-missing": .feed, "category": .feed, "thread": .feed, "source": .feed,
    "guid": .identity, "entry": .identity, "link": .identity, "self": .identity,
    "alternate": .identity, "same": .identity, "url": .identity, "uri": .identity,
    "iri": .identity, "id": .identity, "email": .identity, "contact": .identity,
    "mail": .identity, "media-type": .identity, "content-or": .identity, "tag": .identity,
    "address": .identity, "host": .identity, "urn": .identity, "uuid": .identity,
    "name": .identity, "form": .feed,
    "date": .dates, "updated": .dates, "day": .dates, "hour": .dates, "duration": .dates,
    "play": .dates,
    "html": .text, "xhtml": .text, "text": .text, "content": .text, "foreign": .text,
    "blink": .text, "base64": .text, "css": .text, "style": .text,
    "itunes": .media, "podcast": .media, "media": .media, "enclosure": .media,
    "keywords": .media, "explicit": .media, "access": .media, "meta": .media,
    "archive": .history, "complete": .history, "history": .history, "page": .history,
    "json": .json, "attachment": .json, "key": .json, "feed": .json,
    "outline": .lists, "opml": .lists,
    "served": .delivery, "redirect": .delivery,
  ]
}

extension Rule {
  /// How bad it is, in words of the command line.
  var severityName: String { severity?.rawValue ?? "off" }
}
