extension Vocabulary {
  /// Sections and numbers of comments: the module mod_slash.
  static let slash = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/slash/",
    prefix: "slash",
    spec: "https://web.resource.org/rss/1.0/modules/slash/",
    elements: [
      ElementDefinition("comments", in: .entries, .once, .text(.nonNegativeInteger)),
      ElementDefinition("section", in: .entries, .many, .text(.anyText)),
      ElementDefinition("department", in: .entries, .many, .text(.anyText)),
      ElementDefinition("hit_parade", in: .entries, .once, .text(.commaSeparatedIntegers)),
    ]
  )
}
