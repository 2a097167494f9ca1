import FeedModel
import FeedXML

/// What a document's root element says the document is.
struct DocumentRoot {
  var kind: FeedKind
  /// What had to be guessed for it.
  var guesses: [(ReadingNote.Kind, String)] = []
  /// The local name of entries, in lower case.
  var entryName = "item"

  /// Versions of RSS that there have been.
  private static let versions: Set<String> = ["0.90", "0.91", "0.92", "0.93", "0.94", "2.0"]

  init(_ tag: borrowing XMLStartTag) {
    let name = tag.name.localName
    switch name.lowercased() {
    case "rss":
      let version = DocumentRoot.attribute("version", tag)?.trimmingSpaces() ?? ""
      let isKnown = DocumentRoot.versions.contains(version)
      kind = .rss(version: isKnown ? version : "2.0")
      if !isKnown {
        let found = version.isEmpty ? "no version" : "version \(excerpt(version)), which is none"
        guesses.append((.format, "has \(found): it is read as RSS 2.0"))
      }
    case "rdf": kind = .rdf(version: RDFReader.version(tag))
    case "channel":
      kind = .rss(version: "2.0")
      guesses.append((.format, "stands alone, without rss around it: it is read as RSS 2.0"))
    case "feed", "entry":
      let isEntry = name.lowercased() == "entry"
      let is03 = tag.name.namespaceURI == AtomReader.namespace03
      let version = is03 ? "0.3" : "1.0"
      kind = isEntry ? .atomEntry(version: version) : .atom(version: version)
      entryName = "entry"
      if !is03, tag.name.namespaceURI != XMLNamespace.atom.uri {
        guesses.append((.name, "is not in Atom's namespace: it is read as Atom 1.0"))
      }
    case "opml", "outlinedocument":
      kind = .opml(version: DocumentRoot.attribute("version", tag) ?? "2.0")
    default:
      kind = .unknown
      guesses.append((.format, "is the root of no feed"))
    }
    let customary: Set<String> = ["rss", "RDF", "channel", "feed", "entry", "opml"]
    if kind != .unknown, !customary.contains(name), name != "outlineDocument" {
      guesses.append((.name, "is not written as it should be"))
    }
  }

  private static func attribute(_ name: StaticString, _ tag: borrowing XMLStartTag) -> String? {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index) else { continue }
      if attribute.name.isNamed(ignoringCase: name), attribute.name.prefix == nil {
        return attribute.string
      }
    }
    return nil
  }
}
