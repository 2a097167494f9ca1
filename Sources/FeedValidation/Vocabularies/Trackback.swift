extension Vocabulary {
  /// Where to tell that an item is linked to: mod_trackback.
  static let trackback = Vocabulary(
    namespace: "http://madskills.com/public/xml/rss/module/trackback/",
    prefix: "trackback",
    spec: "http://madskills.com/public/xml/rss/module/trackback/",
    elements: [
      ElementDefinition(
        "ping",
        in: [.role(.item), .role(.entry)],
        .once,
        .text(.url)
      ),
      ElementDefinition("about", in: [.role(.item), .role(.entry)], .many, .text(.url)),
      ElementDefinition(
        "ping",
        in: [.role(.rdfItem)],
        .once,
        .empty,
        attributes: [.required("resource", .urlReference, in: Vocabularies.rdf)]
      ),
      ElementDefinition(
        "about",
        in: [.role(.rdfItem)],
        .many,
        .empty,
        attributes: [.required("resource", .urlReference, in: Vocabularies.rdf)]
      ),
    ]
  )
}
