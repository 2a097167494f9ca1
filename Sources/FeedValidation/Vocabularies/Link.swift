extension Vocabulary {
  /// Typed links in RSS 1.0: the module mod_link.
  static let link = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/link/",
    prefix: "l",
    spec: "https://web.resource.org/rss/1.0/modules/link/",
    elements: [
      ElementDefinition(
        "link",
        in: .channelsAndEntries,
        .many,
        .empty,
        attributes: [
          .optional("resource", .urlReference, in: Vocabularies.rdf),
          .required("rel", .url, in: namespace),
          .optional("lang", .language, in: namespace), .optional("type", in: namespace),
          .optional("title", .plainText, in: namespace),
        ]
      ),
      ElementDefinition(
        "permalink",
        in: .entries,
        .once,
        .empty,
        attributes: [
          .required("resource", .urlReference, in: Vocabularies.rdf),
          .optional("type", .mediaType, in: namespace),
        ]
      ),
    ]
  )

  private static let namespace = "http://purl.org/rss/1.0/modules/link/"
}
