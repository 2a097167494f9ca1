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
