extension Vocabulary {
  /// Licences of Creative Commons in RDF.
  static let creativeCommonsRDF = Vocabulary(
    namespace: "http://web.resource.org/cc/",
    prefix: "cc",
    spec: "http://web.resource.org/cc/",
    elements: [
      ElementDefinition(
        "license",
        in: .everywhere,
        .many,
        .anything,
        attributes: [.optional("resource", .urlReference, in: Vocabularies.rdf)]
      ),
      // A description of the licence, beside the channel.
      ElementDefinition(
        "License",
        in: [.role(.rdf)],
        .many,
        .anything,
        attributes: [.required("about", .urlReference, in: Vocabularies.rdf)]
      ),
    ]
  )
}
