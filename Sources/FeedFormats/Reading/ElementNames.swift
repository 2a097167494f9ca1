import FeedModel
import FeedXML

/// What the names of a document's elements mean, each looked up once.
final class ElementNames {
  /// What a name means.
  struct Meaning {
    /// Whether it is one of Atom's, or one of RSS's own.
    var isAtom = false
    var isRSS = false
    /// Whether it is that of an entry.
    var isEntry = false
    /// Whether it is RSS's `channel`.
    var isChannel = false
    /// Its rules in ``ElementRules``; -1 for none.
    var feedRule = -1
    var postRule = -1
  }

  /// RSS's own elements have no namespace.
  static let none = XMLNamespace("", "")

  private let notes: ReadingNotes
  @exclusivity(unchecked) private var meanings: [XMLName: Meaning] = [:]
  private var namespaces: [UnsafePointer<UInt8>: XMLNamespace] = [:]
  /// What the root says.
  private var isAtom = false
  private var entryName = "item"
  private var rootNamespace: UnsafePointer<UInt8>?

  init(notes: ReadingNotes) {
    self.notes = notes
  }

  func begin(_ root: DocumentRoot, _ name: XMLName) {
    entryName = root.entryName
    rootNamespace = name.namespace
    switch root.kind {
    case .atom, .atomEntry: isAtom = true
    default: isAtom = false
    }
  }

  func meaning(of name: XMLName, at position: SourcePosition) -> Meaning {
    if let known = meanings[name] { return known }
    let meaning = lookUp(name, at: position)
    meanings[name] = meaning
    return meaning
  }

  private func lookUp(_ name: XMLName, at position: SourcePosition) -> Meaning {
    var local = name.localName
    var namespace = namespace(of: name, at: position)
    if name.namespace == nil, let colon = local.firstIndex(of: ":") {
      // No name that XML would have split: its prefix means what it customarily does.
      if let entry = KnownNamespaces.shared.entry(prefix: String(local[..<colon])) {
        local = String(local[local.index(after: colon)...])
        namespace = XMLNamespace(entry.prefix, entry.namespace)
        notes.add(
          .name,
          name.qualifiedName,
          "has a prefix that nothing declares: it is taken for \(entry.namespace)",
          at: position
        )
      }
    }
    let key = local.lowercased()
    var meaning = Meaning(isAtom: namespace == .atom, isRSS: namespace == ElementNames.none)
    find(key, in: namespace, &meaning)
    // RSS's elements in whatever a default namespace says.
    if !isAtom, name.prefix == nil, !meaning.isRSS, meaning.feedRule < 0, meaning.postRule < 0 {
      find(key, in: ElementNames.none, &meaning)
      if meaning.feedRule >= 0 || meaning.postRule >= 0 { meaning.isRSS = true }
    }
    if isAtom {
      meaning.isEntry = key == entryName && meaning.isAtom
    } else if key == entryName, name.prefix == nil || meaning.isRSS {
      meaning.isEntry = true
      meaning.isRSS = true
    }
    meaning.isChannel = !isAtom && key == "channel" && name.prefix == nil
    noteSpelling(of: local, meaning, name, at: position)
    return meaning
  }

  private func find(_ key: String, in namespace: XMLNamespace, _ meaning: inout Meaning) {
    meaning.feedRule = ElementRules.feed.rule(key, in: namespace) ?? -1
    meaning.postRule = ElementRules.post.rule(key, in: namespace) ?? -1
  }

  private func noteSpelling(
    of local: String,
    _ meaning: Meaning,
    _ name: XMLName,
    at position: SourcePosition
  ) {
    let names: [String]
    if meaning.postRule >= 0 {
      names = ElementRules.post.rules[meaning.postRule].names
    } else if meaning.feedRule >= 0 {
      names = ElementRules.feed.rules[meaning.feedRule].names
    } else {
      names = meaning.isEntry ? [entryName] : meaning.isChannel ? ["channel"] : [local]
    }
    guard !names.contains(local),
      let right = names.first(where: { $0.lowercased() == local.lowercased() })
    else { return }
    notes.add(.name, name.qualifiedName, "is read as \(right)", at: position)
  }

  // MARK: Namespaces

  /// The namespace that is meant by the one that is written.
  private func namespace(of name: XMLName, at position: SourcePosition) -> XMLNamespace {
    guard let written = name.namespace else {
      return isAtom && rootNamespace == nil ? .atom : ElementNames.none
    }
    if let known = namespaces[written] { return known }
    let meant = meant(by: written, name, at: position)
    namespaces[written] = meant
    return meant
  }

  private func meant(
    by written: UnsafePointer<UInt8>,
    _ name: XMLName,
    at position: SourcePosition
  ) -> XMLNamespace {
    let uri = String(cString: written)
    if uri == AtomReader.namespace03 || (isAtom && written == rootNamespace) { return .atom }
    if RDFReader.rss.contains(uri) { return ElementNames.none }
    let known = KnownNamespaces.shared
    if let entry = known.entry(of: uri) { return XMLNamespace(entry.prefix, entry.namespace) }
    if let entry = known.entry(meantBy: uri) {
      notes.add(
        .name,
        name.qualifiedName,
        "is in the namespace \(uri), which is taken for \(entry.namespace)",
        at: position
      )
      return XMLNamespace(entry.prefix, entry.namespace)
    }
    return XMLNamespace(name.prefix.map { String(cString: $0) } ?? "", uri)
  }
}
