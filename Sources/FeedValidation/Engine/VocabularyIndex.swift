/// The vocabularies, ready to be asked while a document is read.
///
/// A namespace's elements are made ready when a document first uses them: a process that checks one
/// small feed must not pay for twenty namespaces.
struct VocabularyIndex {
  /// An element's definition with what is known of it before any document is read.
  final class Element: Sendable {
    let definition: ElementDefinition
    let vocabulary: Vocabulary
    let id: Int

    init(_ definition: ElementDefinition, _ vocabulary: Vocabulary, id: Int) {
      self.definition = definition
      self.vocabulary = vocabulary
      self.id = id
    }
  }

  /// What a name means where it stands.
  enum Meaning {
    /// It is defined for this place.
    case defined(Element)
    /// Its namespace has it, but not here.
    case misplaced(Element)
    /// Its namespace does not have it.
    case undefined(Vocabulary)
    /// Nothing is known of its namespace.
    case foreign
  }

  private struct Key: Hashable {
    var namespace: String
    var name: String
  }

  private var known: [String: Vocabulary]
  private var elements: [Key: [Element]] = [:]
  private var ready: Set<String> = []
  private var count = 0

  /// An index of the vocabularies that a document of a kind uses.
  init(_ vocabularies: [Vocabulary]) {
    known = [:]
    known.reserveCapacity(vocabularies.count * 2)
    // A format's own vocabularies come first, and say more than those of feeds in general.
    for vocabulary in vocabularies where known[vocabulary.namespace] == nil {
      known[vocabulary.namespace] = vocabulary
    }
  }

  /// The vocabulary of a namespace.
  func vocabulary(_ namespace: String) -> Vocabulary? { known[namespace] }

  /// What an element's name means in a parent.
  mutating func meaning(of name: String, in namespace: String, parent: Parent) -> Meaning {
    guard let vocabulary = known[namespace] else { return .foreign }
    makeReady(vocabulary)
    // “Qualified” Dublin Core of 2000 has names such as dc:date.created.
    let name = vocabulary.prefix == "dc" ? String(name.prefix { $0 != "." }) : name
    guard let candidates = elements[Key(namespace: namespace, name: name)] else {
      return .undefined(vocabulary)
    }
    for candidate in candidates
    where candidate.definition.places.contains(where: { parent.matches($0, in: namespace) }) {
      return .defined(candidate)
    }
    return candidates.first.map { .misplaced($0) } ?? .undefined(vocabulary)
  }

  /// Everything that a namespace has a name for, for suggestions.
  mutating func names(in namespace: String, parent: Parent) -> [String] {
    guard let vocabulary = known[namespace] else { return [] }
    return vocabulary.elements.filter {
      $0.places.contains(where: { parent.matches($0, in: namespace) })
    }.map(\.name)
  }

  private mutating func makeReady(_ vocabulary: Vocabulary) {
    guard ready.insert(vocabulary.namespace).inserted else { return }
    for definition in vocabulary.elements {
      elements[Key(namespace: vocabulary.namespace, name: definition.name), default: []].append(
        Element(definition, vocabulary, id: count)
      )
      count += 1
    }
  }

  /// The element that another stands in.
  struct Parent {
    var role: Role
    var namespace: String
    var name: String

    func matches(_ place: Place, in namespace: String) -> Bool {
      switch place {
      case .role(let role): role == self.role
      case .element(let name): name == self.name && namespace == self.namespace
      }
    }
  }
}
