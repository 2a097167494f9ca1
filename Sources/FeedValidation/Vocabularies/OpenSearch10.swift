extension Vocabulary {
  /// Results of searches: OpenSearch 1.0.
  static let openSearch10 = Vocabulary(
    namespace: "http://a9.com/-/spec/opensearchrss/1.0/",
    prefix: "opensearch10",
    spec: "https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md",
    elements: [
      ElementDefinition("totalResults", in: .channels, .once, .text(.nonNegativeInteger)),
      ElementDefinition("startIndex", in: .channels, .once, .text(.integer)),
      ElementDefinition("itemsPerPage", in: .channels, .once, .text(.nonNegativeInteger)),
      ElementDefinition(
        "link",
        in: .channels,
        .many,
        .empty,
        attributes: [
          .required("href", .iriReference), .optional("rel"),
          .optional("type", .mediaType), .optional("title"),
        ]
      ),
    ]
  )
}
