import FeedModel
import FeedXML

/// Dublin Core, which names people in RSS without an email address.
///
/// Specification: http://purl.org/dc/elements/1.1/.
extension XMLNamespace {
  /// `http://purl.org/dc/elements/1.1/`.
  public static let dublinCore = XMLNamespace("dc", "http://purl.org/dc/elements/1.1/")
}

extension XMLSerializer {
  /// Writes `dc:creator` for each person.
  mutating func dublinCoreCreators(_ people: [Person]) {
    for person in people { element("creator", in: .dublinCore, text: person.label) }
  }

  /// Writes `dc:contributor` for each person.
  mutating func dublinCoreContributors(_ people: [Person]) {
    for person in people { element("contributor", in: .dublinCore, text: person.label) }
  }
}

/// Reads Dublin Core, where the format's own elements say nothing.
///
/// Not read: `dc:publisher`, `dc:source`, `dc:relation` and others without a place in the model.
enum DublinCoreReader {
  /// Behind the format's own elements and Atom's.
  private static let rank = 20

  /// The children of a channel.
  static let feedRules: [ElementRule<FeedDraft>] = [
    .markup("title", in: .dublinCore) { $1.title.offer($0.line, rank: rank) },
    .markup("description", in: .dublinCore) { $1.subtitle.offer($0.line, rank: rank) },
    .element("date", in: .dublinCore) { $1.updated.offer($0.date, rank: rank) },
    .element("creator", in: .dublinCore) { readCreator($0, $1) },
    .element("contributor", in: .dublinCore) { readContributor($0, $1) },
    .element("subject", in: .dublinCore) { readSubject($0, $1) },
    .element("language", in: .dublinCore) { $1.language.offer($0.language, rank: rank) },
    .element("rights", in: .dublinCore) { $1.rights.offer($0.line, rank: rank) },
  ]

  /// The children of an item.
  static let postRules: [ElementRule<PostDraft>] = [
    .markup("title", in: .dublinCore) { $1.title.offer($0.line, rank: rank) },
    .markup("description", in: .dublinCore) { $1.lesserSummary.offer($0.line, rank: rank) },
    .element("identifier", in: .dublinCore) { $1.id.offer($0.text, rank: rank) },
    .element("date", in: .dublinCore) { $1.published.offer($0.date, rank: rank) },
    .element("creator", in: .dublinCore) { readCreator($0, $1) },
    .element("contributor", in: .dublinCore) { readContributor($0, $1) },
    .element("subject", in: .dublinCore) { readSubject($0, $1) },
    .element("language", in: .dublinCore) { $1.language.offer($0.language) },
    .element("rights", in: .dublinCore) { $1.rights.offer($0.line) },
  ]

  private static func readCreator(_ element: FeedElement, _ draft: Draft) {
    if let person = element.line.flatMap(Person.init(text:)) { draft.authors.add(person) }
  }

  private static func readContributor(_ element: FeedElement, _ draft: Draft) {
    if let person = element.line.flatMap(Person.init(text:)) { draft.contributors.add(person) }
  }

  private static func readSubject(_ element: FeedElement, _ draft: Draft) {
    guard let term = element.line, !draft.tags.contains(where: { $0.term == term }) else { return }
    draft.tags.append(Tag(term))
  }
}
