extension Vocabulary {
  /// The root of RSS 1.0 and 0.90, the lists in it, and what RDF lets stand anywhere.
  static let rdf = Vocabulary(
    namespace: Vocabularies.rdf,
    prefix: "rdf",
    spec: "https://www.w3.org/TR/rdf-syntax-grammar/",
    elements: [
      ElementDefinition(
        "RDF",
        in: [.role(.document)],
        .once,
        .elements,
        role: .rdf,
        isExtensible: true
      ),
      ElementDefinition("Seq", in: [.role(.rdfItems)], .once, .elements),
      ElementDefinition(
        "li",
        in: [.element("Seq")],
        .many,
        .empty,
        attributes: [
          .optional("resource", .iriReference),
          .optional("resource", .urlReference, in: Vocabularies.rdf),
        ]
      ),
      ElementDefinition(
        "Description",
        in: .everywhere,
        .many,
        .anything,
        unknownAttributeRule: nil
      ),
      ElementDefinition("type", in: .everywhere, .many, .anything, unknownAttributeRule: nil),
      ElementDefinition("value", in: .everywhere, .many, .anything, unknownAttributeRule: nil),
      ElementDefinition("RDF", in: .channelsAndEntries, .many, .anything),
    ],
    attributes: [
      .optional("about", .iriReference),
      .optional("resource", .iriReference),
      .optional("datatype", .iriReference),
      .optional("parseType"),
      .optional("ID"),
      .optional("nodeID"),
      .optional("type", .iriReference),
    ]
  )
}
