extension Vocabulary {
  /// Whether a feed may be passed on: Bloglines, 2006.
  static let access = Vocabulary(
    namespace: "http://www.bloglines.com/about/specs/fac-1.0",
    prefix: "access",
    spec: "http://www.bloglines.com/about/specs/fac-1.0",
    elements: [
      ElementDefinition(
        "restriction",
        in: [.role(.rss)] + .channels,
        .once,
        .empty,
        attributes: [.required("relationship", .accessRestrictionRelationship)]
      )
    ]
  )
}
