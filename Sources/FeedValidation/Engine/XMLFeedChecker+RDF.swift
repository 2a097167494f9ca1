import FeedXML

/// What RDF lets stand where other formats have text: RSS 1.0 is RDF, and its extensions use that.
extension XMLFeedChecker {
  /// Whether an element's attributes say that what it holds is elsewhere, or is no text.
  func isProperty(_ tag: borrowing XMLStartTag) -> Bool {
    guard kind.format == .rdf else { return false }
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index),
        names.name(attribute.name).namespace == Vocabularies.rdf
      else { continue }
      if attribute.name.isNamed("resource") || attribute.name.isNamed("nodeID")
        || attribute.name.isNamed("parseType")
      {
        return true
      }
    }
    return false
  }

  /// Whether an element in a text is a resource that stands there instead of the text.
  func isNode(_ name: ElementNames.Name) -> Bool {
    guard kind.format == .rdf, !name.namespace.isEmpty else { return false }
    return name.namespace != Vocabularies.rss10 && name.namespace != Vocabularies.rss090
      && name.namespace != Vocabularies.xhtml
  }

  /// Whether an element has both a resource and text, which is told.
  func isMixed(_ frame: Frame) -> Bool {
    guard kind.format == .rdf, frame.mode == .text, frame.hasStrayElement, !isBlank else {
      return false
    }
    reportMixed(frame, at: text.position(of: trimmedText().1) ?? frame.position)
    return true
  }

  func reportMixed(_ frame: Frame, at position: SourcePosition) {
    report(
      Finding(
        rule: .rdfMixedContent,
        message: "\(frame.name.qualified) has text beside elements, which RDF has no meaning for",
        position: position,
        element: frame.name.qualified
      )
    )
  }
}
