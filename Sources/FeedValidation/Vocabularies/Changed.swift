extension Vocabulary {
  /// Where to hear of changes: the module mod_changedpage.
  static let changed = Vocabulary(
    namespace: "http://my.theinfo.org/changed/1.0/rss/",
    prefix: "cp",
    spec: "http://web.resource.org/rss/1.0/modules/changedpage/",
    elements: [
      ElementDefinition(
        "server",
        in: .channels,
        .many,
        .empty,
        attributes: [.required("resource", .urlReference, in: Vocabularies.rdf)]
      )
    ]
  )
}
