import FeedModel
import FeedXML

/// Reads Atom 1.0 and 0.3: what a feed says of itself. In RSS, whose own elements count more, the
/// same elements are guests.
///
/// Not read: links of other relations than the model has, and Atom 0.3's `info`.
enum AtomReader {
  /// Atom 0.3's namespace.
  static let namespace03 = "http://purl.org/atom/ns#"

  /// Behind RSS's own elements.
  static let guestRank = 10

  /// The children of `feed`.
  static let feedRules: [ElementRule<FeedDraft>] = [
    .element("id", in: .atom) { element, draft in
      draft.feed.id = draft.feed.id ?? element.text.map(AtomIRI.idAsRead)
    },
    .markup("title", in: .atom) { $1.title.offer($0.atomLine, rank: guestRank) },
    .markup("subtitle", "tagline", in: .atom) { $1.subtitle.offer($0.atomLine, rank: guestRank) },
    .element("updated", "modified", in: .atom) { $1.updated.offer($0.date, rank: guestRank) },
    .element("published", "issued", "created", in: .atom) {
      $1.published.offer($0.date, rank: guestRank)
    },
    .element("link", in: .atom) { readLink($0, $1) },
    .element("author", in: .atom) { element, draft in
      if let person = person(element) { draft.authors.add(person) }
    },
    .element("contributor", in: .atom) { element, draft in
      if let person = person(element) { draft.contributors.add(person) }
    },
    .element("category", in: .atom) { $1.tags.add(atomCategory: $0) },
    .markup("rights", "copyright", in: .atom) { $1.rights.offer($0.atomLine, rank: guestRank) },
    .element("icon", in: .atom) { element, draft in
      draft.feed.icon = draft.feed.icon ?? element.url
    },
    .element("logo", in: .atom) { $1.logo.offer($0.url, rank: guestRank) },
    .element("generator", in: .atom) { element, draft in
      let url = element.url("uri") ?? element.url("url")
      guard let name = element.line ?? url else { return }
      draft.generator.offer(
        Generator(name: name, url: url, version: element.attribute("version")),
        rank: guestRank
      )
    },
  ]

  /// Section 3.2. A person without a name is named by what else there is, as the writer does.
  static func person(_ element: FeedElement) -> Person? {
    let name = element.child("name")?.line
    let email = element.child("email")?.text
    let url = (element.child("uri") ?? element.child("url"))?.url
    if name == nil, email == nil, url == nil {
      return element.line.flatMap(Person.init(text:))
    }
    var person = Person(name: name ?? "", email: email, url: url)
    // The name that the writer makes of an address is none.
    if let name, name == person.mailbox || name == url { person.name = "" }
    return person
  }

  /// A link's relation: registered ones by their names (section 4.2.7.2).
  static func relation(_ element: FeedElement) -> String {
    let relation = element.attribute("rel")?.lowercased() ?? "alternate"
    for prefix in [
      "http://www.iana.org/assignments/relation/",
      "https://www.iana.org/assignments/relation/",
    ] where relation.hasPrefix(prefix) {
      return String(relation.dropFirst(prefix.count))
    }
    return relation
  }

  /// Section 4.2.7, and RFC 5005 for the documents that a feed is made of.
  static func readLink(_ element: FeedElement, _ draft: FeedDraft) {
    guard let url = element.url("href") else { return }
    func set(_ link: inout String?) { link = link ?? url }
    switch relation(element) {
    case "alternate": draft.homePage.offer(url, rank: alternateRank(element))
    case "self": draft.selfURL.offer(url)
    case "hub":
      if !draft.feed.hubs.contains(where: { $0.url == url }) {
        draft.feed.hubs.append(Hub(url: url))
      }
    case "first": set(&draft.feed.paging.first)
    case "last": set(&draft.feed.paging.last)
    case "previous", "prev": set(&draft.feed.paging.previous)
    case "next": set(&draft.feed.paging.next)
    case "prev-archive": set(&draft.feed.paging.previousArchive)
    case "next-archive": set(&draft.feed.paging.nextArchive)
    case "current": set(&draft.feed.paging.current)
    case "icon", "shortcut icon": set(&draft.feed.icon)
    default: break
    }
  }

  /// Of several alternates the page counts, not the same in another format.
  static func alternateRank(_ element: FeedElement) -> Int {
    switch element.attribute("type")?.lowercased() {
    case nil, "text/html", "application/xhtml+xml": guestRank
    default: guestRank + 1
    }
  }
}

extension FeedElement {
  /// A text construct as plain text on one line (section 3.1).
  var atomLine: String? {
    switch attribute("type")?.lowercased() {
    case nil: line(of: .guessed)
    case "html", "text/html", "xhtml", "application/xhtml+xml": line(of: .html)
    default: line(of: .plain)
    }
  }
}

extension [Tag] {
  /// Section 4.2.2. Some write the subject as text.
  mutating func add(atomCategory element: FeedElement) {
    let label = element.attribute("label")
    guard let term = element.attribute("term") ?? element.line ?? label else { return }
    let scheme = element.attribute("scheme").map(AtomIRI.idAsRead)
    append(Tag(term, scheme: scheme, label: label))
  }
}
