import FeedXML

/// What is to be said of elements that no vocabulary is asked about: those of unknown namespaces, and
/// all that is in them.
extension XMLFeedChecker {
  /// Namespaces whose own specifications have elements without a prefix in theirs.
  private static let unprefixed: Set<String> = [
    KnownNamespaces.media, "http://www.spotify.com/ns/rss",
  ]

  /// An element in one that is not looked into.
  func startInExtension(_ name: ElementNames.Name, _ tag: borrowing XMLStartTag) {
    guard let parent = frames.last else { return }
    switch kind.format {
    case .rdf: parent.hasStrayElement = true
    case .rss:
      // One level is enough: what stands below that is part of the mistake.
      guard name.written.isEmpty, !parent.name.written.isEmpty, !parent.hasStrayElement,
        !Self.unprefixed.contains(parent.name.namespace)
      else {
        return
      }
      parent.hasStrayElement = true
      report(
        Finding(
          rule: .extensionWithoutNamespace,
          message: "\(name.qualified) in \(parent.name.qualified) is in no namespace",
          position: tag.position,
          element: name.qualified
        )
      )
    default: break
    }
  }

  /// Text in an element that is not looked into.
  func noteTextInExtension(_ frame: Frame, _ piece: XMLTextPiece) {
    guard kind.format == .rdf, !frame.hasStrayText else { return }
    frame.hasStrayText = piece.bytes.contains { !XMLFeedChecker.isSpace($0) }
  }

  /// The end of such an element: in RDF it has text or elements, but not both.
  func finishExtension(_ frame: Frame) {
    guard kind.format == .rdf, frame.hasStrayText, frame.hasStrayElement, !frame.isLiteral else {
      return
    }
    reportMixed(frame, at: frame.position)
  }

  /// Whether an element of RDF says that what is in it is XML, not RDF.
  func isLiteral(_ tag: borrowing XMLStartTag) -> Bool {
    guard kind.format == .rdf else { return false }
    if frames.last?.isLiteral ?? false { return true }
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.isNamed("parseType") else {
        continue
      }
      return attribute.string == "Literal"
    }
    return false
  }
}
