import FeedModel
import FeedXML

/// Atom's elements, in Atom documents and as guests in RSS.
///
/// Specification: RFC 4287; in RSS, the RSS Best Practices Profile's section on `atom:link`.
extension XMLNamespace {
  /// `http://www.w3.org/2005/Atom`.
  public static let atom = XMLNamespace("atom", "http://www.w3.org/2005/Atom")
}

extension XMLSerializer {
  /// Writes `atom:link` (RFC 4287 section 4.2.7).
  mutating func atomLink(
    _ href: String,
    rel: String,
    type: String? = nil,
    title: String? = nil,
    length: Int64? = nil
  ) {
    open("link", in: .atom)
    attribute("href", AtomIRI.reference(href))
    attribute("rel", rel)
    attribute("type", type)
    attribute("title", title.unlessEmpty)
    attribute("length", length)
    close()
  }

  /// Writes the links of a document to the other documents of its feed (RFC 5005).
  mutating func atomLinks(for paging: Paging, type: String) {
    for (rel, href) in paging.links { atomLink(href, rel: rel, type: type) }
  }

  /// Writes the links to the hubs that speak WebSub; the others have no form in XML.
  mutating func atomLinks(for hubs: [Hub], notes: inout FeedOutput) {
    for hub in hubs {
      if hub.type.lowercased() == "websub" {
        atomLink(hub.url, rel: "hub")
      } else {
        notes.omit("hubs", "only JSON Feed carries hubs of type \(hub.type)")
      }
    }
  }
}

extension Paging {
  /// The links with their relations' names (RFC 5005, sections 3 and 4).
  fileprivate var links: [(rel: String, href: String)] {
    let links = [
      ("first", first), ("last", last), ("previous", previous), ("next", next),
      ("prev-archive", previousArchive), ("next-archive", nextArchive), ("current", current),
    ]
    return links.compactMap { rel, href in href.unlessEmpty.map { (rel, $0) } }
  }

  /// Whether there is any other document.
  var hasLinks: Bool { !links.isEmpty }
}
