import FeedModel

extension ValueType {
  /// What values of elements and attributes are in all vocabularies: one of each name, and of what an empty value is.
  package static let inVocabularies: [ValueType] = {
    let kinds: [FeedKind] = [
      .rss(version: "2.0"), .rdf(version: "1.0"), .atom(version: "1.0"), .atom(version: "0.3"),
      .opml(version: "2.0"),
    ]
    var types: [String: ValueType] = [:]
    func add(_ type: ValueType) { types["\(type.name) \(type.ifEmpty?.id ?? "")"] = type }
    for vocabulary in kinds.flatMap(Vocabularies.of) {
      for attribute in vocabulary.attributes + vocabulary.elements.flatMap(\.attributes) {
        if let type = attribute.type { add(type) }
      }
      for case .text(let type) in vocabulary.elements.map(\.content) { add(type) }
      for case .optionalText(let type) in vocabulary.elements.map(\.content) {
        add(type)
      }
    }
    add(.html)
    return types.sorted { $0.key < $1.key }.map(\.value)
  }()
}
