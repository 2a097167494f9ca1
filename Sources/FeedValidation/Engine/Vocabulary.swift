import Synchronization

/// The elements of a namespace: where they stand, how often, and what is in them. Structure is data;
/// ``StructureChecker`` is the one engine that checks it and words what is wrong.
///
/// Its tables are made when a document first uses them: a process that checks one small feed must not
/// pay for fifty namespaces.
final class Vocabulary: Sendable {
  /// The namespace's URI; empty for RSS, which has none.
  let namespace: String
  /// The customary prefix, for messages; empty where there is none.
  let prefix: String
  /// URIs that are meant for ``namespace`` and are read as it.
  let variants: [String]
  /// Where it is written down.
  let spec: String
  /// The elements; more than one of a name if they differ from place to place.
  var elements: [ElementDefinition] { made.withLock { $0.made(by: makeElements) } }
  /// Attributes of the namespace that may stand on elements of others.
  let attributes: [AttributeDefinition]

  private let makeElements: @Sendable () -> [ElementDefinition]
  private let made = Mutex<[ElementDefinition]?>(nil)

  init(
    namespace: String,
    prefix: String,
    variants: [String] = [],
    spec: String,
    elements: @autoclosure @escaping @Sendable () -> [ElementDefinition] = [],
    attributes: [AttributeDefinition] = []
  ) {
    self.namespace = namespace
    self.prefix = prefix
    self.variants = variants
    self.spec = spec
    makeElements = elements
    self.attributes = attributes
  }
}

extension [ElementDefinition]? {
  fileprivate mutating func made(by make: () -> [ElementDefinition]) -> [ElementDefinition] {
    if let self { return self }
    let elements = make()
    self = elements
    return elements
  }
}

/// What an element is to those that may stand in it.
enum Role: Int, Sendable, Hashable, CaseIterable {
  /// The document, which has one child.
  case document
  case rss, rdf
  /// The channel of RSS, RSS 1.0 and Atom.
  case channel, rdfChannel, feed
  /// The entry of RSS, RSS 1.0 and Atom.
  case item, rdfItem, entry
  /// Where an Atom entry came from.
  case source
  case image, textInput, person
  /// Where a geometry stands, and a place of Media RSS.
  case geometry, mediaPlace
  /// Atom's link, whose content is undefined.
  case link
  /// The list of items in RSS 1.0.
  case rdfItems
  case opml, head, body, outline
  /// Anything else: children name it by its own name.
  case plain
}

/// Where an element may stand.
enum Place: Sendable, Hashable {
  /// In elements of a role.
  case role(Role)
  /// In an element of the same namespace.
  case element(String)
}

extension [Place] {
  /// What describes a feed, whatever the format.
  static let channels: [Place] = [
    .role(.channel), .role(.rdfChannel), .role(.feed), .role(.source),
  ]
  /// What describes an entry, whatever the format.
  static let entries: [Place] = [.role(.item), .role(.rdfItem), .role(.entry)]
  /// Both.
  static let channelsAndEntries: [Place] = channels + entries
  /// Whatever may be extended.
  static let everywhere: [Place] =
    channelsAndEntries + [.role(.image), .role(.textInput), .role(.person), .role(.rdf)]
}

/// How often an element may stand in its parent.
enum Occurrence: Sendable, Hashable {
  /// At most once. A second one breaks ``Rule/elementDuplicate``, or the rule given.
  case once
  /// Any number of times.
  case many
}

/// What is in an element.
enum ElementContent: Sendable {
  /// Elements, and no text but white space.
  case elements
  /// Nothing.
  case empty
  /// Text of a type.
  case text(ValueType)
  /// Text of a type, or nothing at all.
  case optionalText(ValueType)
  /// HTML as text: escaped, or in CDATA sections.
  case html
  /// An Atom text construct (RFC 4287, section 3.1), whose `type` says what it is.
  case textConstruct
  /// Atom's `content` (RFC 4287, section 4.1.3).
  case atomContent
  /// The content constructs of Atom 0.3, whose `type` and `mode` say what they hold.
  case atom03Content
  /// Text that is HTML if its `type` is `html`, as Media RSS has it.
  case mediaText
  /// Elements of XHTML.
  case xhtml
  /// Whatever its author likes.
  case anything
}

extension ElementContent {
  /// The type of its text, if that is always one and the same and text there must be.
  fileprivate var type: ValueType? {
    if case .text(let type) = self { type } else { nil }
  }

  /// Whether nobody says what is in it, nor what attributes it has.
  fileprivate var isAnything: Bool {
    if case .anything = self { true } else { false }
  }
}

/// One element of a vocabulary. A class, as every tag asks for one: a copy would retain each of its
/// rules' texts.
final class ElementDefinition: Sendable {
  /// The local name.
  let name: String
  /// Where it may stand.
  let places: [Place]
  /// How often.
  let occurrence: Occurrence
  /// What is in it.
  let content: ElementContent
  /// What it is to its children.
  let role: Role
  /// Its attributes, `xml:lang`, `xml:base` and those of other namespaces left out.
  let attributes: [AttributeDefinition]
  /// The children that must be there, each with the rule that says so.
  let required: [RequiredChild]
  /// Whether elements of other namespaces may stand in it.
  let isExtensible: Bool
  /// What its second occurrence breaks.
  let duplicateRule: Rule?
  /// What it breaks without any text: what its type says, if nothing else.
  let blankRule: Rule
  /// What an attribute breaks that is not defined; `nil` if an element may have any.
  let unknownAttributeRule: Rule?

  /// Whether it is an entry of a feed, as readers list them; `podcast:liveItem` is like one.
  var isEntry: Bool {
    switch role {
    case .item, .rdfItem, .entry: name == "item" || name == "entry"
    default: false
    }
  }

  init(
    _ name: String,
    in places: [Place],
    _ occurrence: Occurrence = .once,
    _ content: ElementContent,
    role: Role = .plain,
    attributes: [AttributeDefinition] = [],
    required: [RequiredChild] = [],
    isExtensible: Bool = false,
    duplicateRule: Rule? = nil,
    blankRule: Rule? = nil,
    unknownAttributeRule: Rule? = .attributeUnexpected
  ) {
    self.name = name
    self.places = places
    self.occurrence = occurrence
    self.content = content
    self.role = role
    self.attributes = attributes
    self.required = required
    self.isExtensible = isExtensible
    self.duplicateRule = duplicateRule
    self.blankRule = blankRule ?? content.type?.ifEmpty ?? .elementBlank
    self.unknownAttributeRule =
      content.isAnything && attributes.isEmpty ? nil : unknownAttributeRule
  }
}

/// A child that must be there.
struct RequiredChild: Sendable {
  /// Its local name, in the namespace of its parent.
  let name: String
  /// What its absence breaks.
  let rule: Rule

  init(_ name: String, _ rule: Rule = .elementMissing) {
    self.name = name
    self.rule = rule
  }
}

/// One attribute of an element. A class as ``ElementDefinition`` is.
final class AttributeDefinition: Sendable {
  /// The local name.
  let name: String
  /// The namespace's URI; empty for none.
  let namespace: String
  /// What its value is; `nil` for whatever its author likes.
  let type: ValueType?
  /// What its absence breaks; `nil` if it may be absent.
  let missingRule: Rule?
  /// What an empty value breaks; `nil` if it may be empty.
  let blankRule: Rule?
  /// Whether it must be there.
  let isRequired: Bool

  private init(name: String, namespace: String, type: ValueType?, missing: Rule?, blank: Rule?) {
    self.name = name
    self.namespace = namespace
    self.type = type
    missingRule = missing
    blankRule = blank
    isRequired = missing != nil
  }

  /// An attribute that may be absent.
  static func optional(
    _ name: String,
    _ type: ValueType? = nil,
    in namespace: String = "",
    blank: Rule? = .attributeBlank
  ) -> AttributeDefinition {
    AttributeDefinition(name: name, namespace: namespace, type: type, missing: nil, blank: blank)
  }

  /// An attribute that must be there, and have a value if its type says so.
  static func required(
    _ name: String,
    _ type: ValueType? = nil,
    in namespace: String = "",
    missing: Rule = .attributeMissing
  ) -> AttributeDefinition {
    required(
      name,
      type,
      in: namespace,
      missing: missing,
      blank: type?.ifEmpty ?? .attributeBlank
    )
  }

  /// An attribute that must be there.
  static func required(
    _ name: String,
    _ type: ValueType? = nil,
    in namespace: String = "",
    missing: Rule = .attributeMissing,
    blank: Rule?
  ) -> AttributeDefinition {
    AttributeDefinition(
      name: name,
      namespace: namespace,
      type: type,
      missing: missing,
      blank: blank
    )
  }
}
