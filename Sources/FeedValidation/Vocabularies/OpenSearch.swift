extension Vocabulary {
  /// Results of searches: OpenSearch 1.1.
  static let openSearch = Vocabulary(
    namespace: "http://a9.com/-/spec/opensearch/1.1/",
    prefix: "opensearch",
    spec: "https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md",
    elements: [
      ElementDefinition("totalResults", in: .channels, .once, .text(.nonNegativeInteger)),
      ElementDefinition("startIndex", in: .channels, .once, .text(.integer)),
      ElementDefinition("itemsPerPage", in: .channels, .once, .text(.nonNegativeInteger)),
      ElementDefinition(
        "Query",
        in: .channels,
        .many,
        .empty,
        attributes: [
          .required("role"), .optional("title", .plainText.and(.atMost(256))),
          .optional("totalResults", .nonNegativeInteger), .optional("searchTerms", blank: nil),
          .optional("count", .nonNegativeInteger), .optional("startIndex", .integer),
          .optional("startPage", .integer), .optional("language", .language),
          .optional("inputEncoding"),
          .optional("outputEncoding"),
        ]
      ),
    ]
  )
}
