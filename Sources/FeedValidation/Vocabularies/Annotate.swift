extension Vocabulary {
  /// What an item annotates: the module mod_annotation.
  static let annotate = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/annotate/",
    prefix: "annotate",
    spec: "http://web.resource.org/rss/1.0/modules/annotate/",
    elements: [
      ElementDefinition(
        "reference",
        in: .entries,
        .once,
        .empty,
        attributes: [.required("resource", .urlReference, in: Vocabularies.rdf)]
      )
    ]
  )
}
