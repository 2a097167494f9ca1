extension Vocabulary {
  /// Descriptions in RDF that stand in other formats.
  static let rdfInFeeds = Vocabulary(
    namespace: Vocabularies.rdf,
    prefix: "rdf",
    spec: "https://www.w3.org/TR/rdf-syntax-grammar/",
    elements: [
      ElementDefinition("RDF", in: .everywhere, .many, .anything, unknownAttributeRule: nil),
      ElementDefinition(
        "Description",
        in: .everywhere,
        .many,
        .anything,
        unknownAttributeRule: nil
      ),
      ElementDefinition("type", in: .everywhere, .many, .anything, unknownAttributeRule: nil),
    ]
  )
}
