extension Vocabulary {
  /// What of RDF Schema stands in feeds.
  static let rdfSchema = Vocabulary(
    namespace: "http://www.w3.org/2000/01/rdf-schema#",
    prefix: "rdfs",
    spec: "https://www.w3.org/TR/rdf-schema/",
    elements: [
      ElementDefinition(
        "seeAlso",
        in: .everywhere,
        .many,
        .empty,
        attributes: [.required("resource", .urlReference, in: Vocabularies.rdf)]
      ),
      ElementDefinition("label", in: .everywhere, .many, .text(.anyText)),
      ElementDefinition("comment", in: .everywhere, .many, .text(.anyText)),
    ]
  )
}
