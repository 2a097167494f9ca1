import FeedModel
import FeedXML
import Foundation

@testable import FeedValidation

/// Documents made from the vocabularies: each element in each of its places, as it has to be, and
/// with each fault that structure can have.
struct VocabularyDocuments {
  struct Document {
    var name: String
    var text: String
    /// The namespace of the element that it is about.
    var namespace: String
    /// The element's name, for the table.
    var element: String
    var fault: String
    var place: String
  }

  /// An element that is to be written.
  struct Element {
    var definition: ElementDefinition
    var vocabulary: Vocabulary
    var attributes: [(name: String, namespace: String, value: String)] = []
    var children: [Element] = []
    var text = ""

    mutating func append(_ child: Element, at path: ArraySlice<Int>) {
      guard let index = path.first else { return children.append(child) }
      children[index].append(child, at: path.dropFirst())
    }
  }

  let kind: FeedKind
  let vocabularies: [Vocabulary]
  let described: Set<String>
  private let own: String
  private let isOld: Bool

  init(_ kind: FeedKind) {
    self.kind = kind
    var seen: Set<String> = []
    vocabularies = Vocabularies.of(kind).filter { seen.insert($0.namespace).inserted }
    own =
      switch kind {
      case .rdf("0.90"): Vocabularies.rss090
      case .rdf: Vocabularies.rss10
      default: vocabularies.first?.namespace ?? ""
      }
    isOld =
      switch kind {
      case .rss("2.0"), .rdf("1.0"), .atom("1.0"), .opml: false
      default: true
      }
    described = Set([own] + (FeedGrammars.plan(for: kind)?.namespaces ?? []))
  }

  private var rootName: String {
    switch kind {
    case .rss: "rss"
    case .rdf: "RDF"
    case .opml: "opml"
    case .atomEntry: "entry"
    default: "feed"
    }
  }

  private func definitions(of name: String, in parent: VocabularyIndex.Parent, _ namespace: String)
    -> (ElementDefinition, Vocabulary)?
  {
    for vocabulary in vocabularies where vocabulary.namespace == namespace {
      for definition in vocabulary.elements where definition.name == name {
        if definition.places.contains(where: { parent.matches($0, in: namespace) }) {
          return (definition, vocabulary)
        }
      }
    }
    return nil
  }

  // MARK: Samples

  private static let samples = [
    "1", "true", "yes", "https://example.org/a.mp3", "https://example.org/a.jpg",
    "https://example.org/", "Text", "a@example.org (A)",
    "a@example.org", "en", "Mon, 01 Jan 2024 00:00:00 GMT", "2024-01-01T00:00:00Z", "text/html",
    "audio/mpeg", "alternate", "html", "Monday", "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6",
    "tag:example.org,2024:1", "hourly", "episodic", "full", "Society & Culture", "10:00", "0",
    "100",
    "image", "sample", "plain", "allow", "active", "rent", "sri", "node", "pending", "chat", "irc",
    "activitypub", "captions", "creator", "geo:0,0", "R1", "US", "uri", "country",
    "userCreated", "official", "USD", "podcast", "1,2", "12.5 7.5", "urn:simple", "aa", "md5",
    "lightning", "subject", "disabled",
  ]

  static func sample(_ type: ValueType?) -> String? {
    guard let type else { return "x" }
    return samples.first { sample in
      var isFine = true
      Array(sample.utf8).withUnsafeBufferPointer { bytes in
        type.check(bytes, ValueContext(now: 1_719_792_000, hasBase: false)) { finding in
          if finding.rule.severity == .error { isFine = false }
        }
      }
      return isFine
    }
  }

  // MARK: Elements

  /// An element with what it must have, and no more.
  func minimal(_ definition: ElementDefinition, _ vocabulary: Vocabulary) -> Element? {
    var element = Element(definition: definition, vocabulary: vocabulary)
    for attribute in definition.attributes where attribute.missingRule != nil {
      guard let value = value(of: attribute, in: definition) else { return nil }
      element.attributes.append((attribute.name, attribute.namespace, value))
    }
    switch definition.content {
    case .text(let type):
      guard let value = Self.sample(type) else { return nil }
      element.text = value
    case .html, .textConstruct, .atomContent, .atom03Content, .mediaText: element.text = "Text"
    default: break
    }
    let parent = VocabularyIndex.Parent(
      role: definition.role,
      namespace: vocabulary.namespace,
      name: definition.name
    )
    var required = definition.required.map(\.name)
    // What rules and not the tables ask for.
    switch (definition.role, kind) {
    case (.item, _) where definition.name == "item": required.append("title")
    case (.rdf, _): required.append("channel")
    case (.entry, .atom), (.entry, .atomEntry): required += ["content", "author"]
    default: break
    }
    for name in required {
      guard
        let (child, vocabulary) = definitions(
          of: name,
          in: parent,
          definition.role == .rdf ? own : vocabulary.namespace
        ),
        let made = minimal(child, vocabulary)
      else { return nil }
      element.children.append(made)
    }
    return element
  }

  func value(of attribute: AttributeDefinition, in definition: ElementDefinition) -> String? {
    if attribute.name == "version" {
      switch kind {
      case .rss(let version), .rdf(let version), .opml(let version), .atom(let version):
        if definition.role == .rss || definition.role == .opml || definition.role == .feed {
          return version
        }
      default: break
      }
    }
    return Self.sample(attribute.type)
  }

  /// A document with an element in a place, and the path to where it stands.
  func host(_ place: Place, in namespace: String, depth: Int = 0) -> (Element, [Int])? {
    guard depth < 4 else { return nil }
    if place == .role(.document) { return nil }
    let wanted: (ElementDefinition, Vocabulary) -> Bool = { definition, vocabulary in
      switch place {
      case .role(let role): definition.role == role
      case .element(let name): definition.name == name && vocabulary.namespace == namespace
      }
    }
    for vocabulary in vocabularies where !isOtherFormat(vocabulary) {
      for definition in vocabulary.elements where wanted(definition, vocabulary) {
        guard let made = minimal(definition, vocabulary) else { continue }
        if definition.places.contains(.role(.document)), definition.name == rootName {
          return (made, [])
        }
        for outer in definition.places {
          guard var (root, path) = host(outer, in: vocabulary.namespace, depth: depth + 1) else {
            continue
          }
          // What is there already serves.
          if let index = child(definition, vocabulary, of: root, at: path) {
            return (root, path + [index])
          }
          let count = children(of: root, at: path)
          root.append(made, at: path[...])
          path.append(count)
          return (root, path)
        }
      }
    }
    return nil
  }

  /// RSS 1.0 and 0.90 have one list of vocabularies.
  private func isOtherFormat(_ vocabulary: Vocabulary) -> Bool {
    [Vocabularies.rss10, Vocabularies.rss090].contains(vocabulary.namespace)
      && vocabulary.namespace != own
  }

  private func child(
    _ definition: ElementDefinition,
    _ vocabulary: Vocabulary,
    of root: Element,
    at path: [Int]
  ) -> Int? {
    var element = root
    for index in path { element = element.children[index] }
    return element.children.firstIndex {
      $0.definition.name == definition.name && $0.vocabulary.namespace == vocabulary.namespace
    }
  }

  private func children(of root: Element, at path: [Int]) -> Int {
    var element = root
    for index in path { element = element.children[index] }
    return element.children.count
  }

  // MARK: Documents

  func documents() -> [Document] {
    var documents: [Document] = []
    for vocabulary in vocabularies where described.contains(vocabulary.namespace) {
      // The extensions are the same in the old formats.
      if isOld, vocabulary.namespace != own { continue }
      for definition in vocabulary.elements {
        for place in definition.places {
          guard let (root, path) = host(place, in: vocabulary.namespace),
            let made = minimal(definition, vocabulary)
          else { continue }
          add(
            made,
            to: root,
            at: path,
            place,
            &documents,
            isFirst: place == definition.places.first
          )
        }
      }
    }
    return documents
  }

  private func add(
    _ made: Element,
    to root: Element,
    at path: [Int],
    _ place: Place,
    _ documents: inout [Document],
    isFirst: Bool
  ) {
    let definition = made.definition
    let prefix = made.vocabulary.prefix.isEmpty ? "" : made.vocabulary.prefix + ":"
    let name = prefix + definition.name
    func add(_ fault: String, _ elements: [Element], raw: String = "") {
      var root = root
      // What the host has of it already is replaced.
      remove(made, from: &root, at: path[...])
      for element in elements { root.append(element, at: path[...]) }
      documents.append(
        Document(
          name: "\(kind.name) \(place) \(name) \(fault)",
          text: write(root),
          namespace: made.vocabulary.namespace,
          element: name,
          fault: fault,
          place: "\(place)".replacingOccurrences(of: "FeedValidation.Role.", with: "")
        )
      )
    }
    add("as it is", [made])
    add("twice", [made, made])
    // Faults of the element itself are the same wherever it stands.
    guard isFirst else { return }
    for index in made.attributes.indices {
      var changed = made
      let attribute = changed.attributes.remove(at: index)
      add("without @\(attribute.name)", [changed])
    }
    for attribute in definition.attributes where attribute.missingRule == nil {
      guard let value = value(of: attribute, in: definition) else { continue }
      var changed = made
      changed.attributes.append((attribute.name, attribute.namespace, value))
      add("with @\(attribute.name)", [changed])
    }
    if definition.unknownAttributeRule != nil {
      var changed = made
      changed.attributes.append(("bogus", "", "1"))
      add("with an unknown attribute", [changed])
    }
    for index in made.children.indices {
      var changed = made
      let child = changed.children.remove(at: index)
      add("without \(child.definition.name)", [changed])
    }
    var changed = made
    changed.text = "<\(self.prefix(made.vocabulary.namespace))bogus/>" + made.text
    add("with an unknown element", [changed])
    switch definition.content {
    case .elements, .empty:
      changed.text = "stray"
      add("with text", [changed])
    default: break
    }
  }

  private func remove(_ made: Element, from element: inout Element, at path: ArraySlice<Int>) {
    guard let index = path.first else {
      element.children.removeAll {
        $0.definition.name == made.definition.name
          && $0.vocabulary.namespace == made.vocabulary.namespace
      }
      return
    }
    remove(made, from: &element.children[index], at: path.dropFirst())
  }

  // MARK: Writing

  private func prefix(_ namespace: String) -> String {
    if namespace == Vocabularies.rdf { return "rdf:" }
    switch kind {
    case .rss, .opml: if namespace.isEmpty { return "" }
    case .rdf: if namespace == Vocabularies.rss10 || namespace == Vocabularies.rss090 { return "" }
    default: if namespace == vocabularies.first?.namespace { return "" }
    }
    return (vocabularies.first { $0.namespace == namespace }?.prefix ?? "x") + ":"
  }

  private func write(_ root: Element) -> String {
    var used: Set<String> = []
    collect(root, &used)
    var declarations = ""
    for namespace in used.sorted() where !namespace.isEmpty {
      let prefix = prefix(namespace)
      declarations +=
        prefix.isEmpty
        ? " xmlns=\"\(namespace)\"" : " xmlns:\(prefix.dropLast())=\"\(namespace)\""
    }
    var text = ""
    write(root, into: &text, declarations)
    return text
  }

  private func collect(_ element: Element, _ used: inout Set<String>) {
    used.insert(element.vocabulary.namespace)
    for attribute in element.attributes { used.insert(attribute.namespace) }
    for child in element.children { collect(child, &used) }
  }

  private func write(_ element: Element, into text: inout String, _ declarations: String = "") {
    let name = prefix(element.vocabulary.namespace) + element.definition.name
    text += "<\(name)\(declarations)"
    for attribute in element.attributes {
      let prefix = attribute.namespace.isEmpty ? "" : prefix(attribute.namespace)
      text += " \(prefix)\(attribute.name)=\"\(escape(attribute.value))\""
    }
    text += ">" + (element.text.hasPrefix("<") ? element.text : escape(element.text))
    for child in element.children { write(child, into: &text) }
    text += "</\(name)>\n"
  }

  private func escape(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
