extension Vocabulary {
  /// What of XHTML stands beside a feed’s own elements.
  static let xhtml = Vocabulary(
    namespace: Vocabularies.xhtml,
    prefix: "xhtml",
    spec: "https://www.w3.org/TR/xhtml1/",
    elements: [
      ElementDefinition(
        "meta",
        in: .channels,
        .many,
        .empty,
        attributes: [.required("name", .metaName), .required("content", .metaContent)]
      ),
      ElementDefinition(
        "body",
        in: [.role(.item), .role(.rdfItem)],
        .once,
        .xhtml,
        unknownAttributeRule: nil
      ),
      // Pages of their own for browsers that open the feed.
      ElementDefinition("div", in: .channels, .many, .xhtml, unknownAttributeRule: nil),
    ]
  )
}
