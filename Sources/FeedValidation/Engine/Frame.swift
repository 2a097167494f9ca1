import FeedXML

/// An open element while a document is checked.
final class Frame {
  /// How what stands in the element is read.
  enum Mode {
    /// By the vocabularies.
    case structure
    /// As text of a type; elements do not belong there.
    case text
    /// As XHTML, which the element holds or is part of.
    case xhtml
    /// Not at all: an element of a namespace that is not known, and all that is in it.
    case ignored
  }

  let name: ElementNames.Name
  /// Its definition; `nil` where there is none.
  let element: VocabularyIndex.Element?
  let role: Role
  let mode: Mode
  let position: SourcePosition
  /// 1-based among its siblings of the same name.
  let ordinal: Int
  /// Whether relative references in it have a base.
  let hasBase: Bool
  /// The base that `xml:base` gives it; `nil` for that of the document.
  let base: String?
  /// The checks that want to see its end, and its attributes for them.
  let checks: [Int]
  let attributes: [ElementRecord.Attribute]
  @exclusivity(unchecked) var children: [ElementRecord.ChildCount] = []
  /// Whether text was found where none belongs; it is told once.
  @exclusivity(unchecked) var hasStrayText = false
  /// Whether elements were found where text belongs.
  @exclusivity(unchecked) var hasStrayElement = false
  /// Whether RDF takes what is in it for XML, by `rdf:parseType`.
  @exclusivity(unchecked) var isLiteral = false

  /// What could not be read of it.
  enum Damage {
    case none
    /// Some of what is in it may be missed.
    case incomplete
    /// What is in it is not what its author thinks.
    case unread
  }
  @exclusivity(unchecked) var damage = Damage.none
  /// Findings that are no mistakes of their own if the element's end tag is missing.
  @exclusivity(unchecked) var followUps: [(rule: Rule, position: SourcePosition)] = []

  init(
    name: ElementNames.Name,
    element: VocabularyIndex.Element?,
    role: Role,
    mode: Mode,
    position: SourcePosition,
    ordinal: Int,
    hasBase: Bool,
    base: String?,
    checks: [Int],
    attributes: [ElementRecord.Attribute]
  ) {
    self.name = name
    self.element = element
    self.role = role
    self.mode = mode
    self.position = position
    self.ordinal = ordinal
    self.hasBase = hasBase
    self.base = base
    self.checks = checks
    self.attributes = attributes
  }

  var definition: ElementDefinition? { element?.definition }

  var parent: VocabularyIndex.Parent {
    VocabularyIndex.Parent(role: role, namespace: name.namespace, name: name.local)
  }

  /// Counts a child, and returns its number among its siblings of the same name.
  func count(_ name: ElementNames.Name) -> Int {
    if let index = children.firstIndex(where: {
      $0.name == name.local && $0.namespace == name.namespace
    }) {
      children[index].count += 1
      return children[index].count
    }
    children.append(.init(namespace: name.namespace, name: name.local, count: 1))
    return 1
  }
}
