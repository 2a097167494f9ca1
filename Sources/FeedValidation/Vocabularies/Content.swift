extension Vocabulary {
  /// The whole text of an item: the module mod_content.
  static let content = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/content/",
    prefix: "content",
    spec: "https://web.resource.org/rss/1.0/modules/content/",
    elements: [
      ElementDefinition("encoded", in: .entries, .once, .html),
      // RDF of its own; programs of today write encoded.
      ElementDefinition("items", in: .entries, .once, .anything),
    ]
  )
}
