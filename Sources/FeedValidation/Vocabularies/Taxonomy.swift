extension Vocabulary {
  /// What an item is about: the module mod_taxonomy.
  static let taxonomy = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/taxonomy/",
    prefix: "taxo",
    spec: "https://web.resource.org/rss/1.0/modules/taxonomy/",
    elements: [
      ElementDefinition("topics", in: .channelsAndEntries, .many, .anything),
      ElementDefinition(
        "topic",
        in: [.role(.rdf)],
        .many,
        .anything,
        attributes: [.required("about", .urlReference, in: Vocabularies.rdf)]
      ),
    ]
  )
}
