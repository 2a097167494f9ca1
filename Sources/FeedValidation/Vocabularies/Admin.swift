extension Vocabulary {
  /// Who made a feed, and whom to tell of faults: the module mod_admin.
  static let admin = Vocabulary(
    namespace: "http://webns.net/mvcb/",
    prefix: "admin",
    spec: "http://webns.net/mvcb/",
    elements: [
      ElementDefinition(
        "generatorAgent",
        in: .channels,
        .once,
        .empty,
        attributes: [.required("resource", .urlReference, in: Vocabularies.rdf)]
      ),
      ElementDefinition(
        "errorReportsTo",
        in: .channels,
        .once,
        .empty,
        attributes: [.required("resource", .urlReference, in: Vocabularies.rdf)]
      ),
    ]
  )
}
