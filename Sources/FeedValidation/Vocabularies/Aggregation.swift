extension Vocabulary {
  /// Where an aggregated item came from: the module mod_aggregation.
  static let aggregation = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/aggregation/",
    prefix: "ag",
    spec: "http://web.resource.org/rss/1.0/modules/aggregation/",
    elements: [
      ElementDefinition("source", in: .entries, .once, .text(.anyText)),
      ElementDefinition("sourceURL", in: .entries, .once, .text(.url)),
      ElementDefinition("timestamp", in: .entries, .once, .text(.iso8601DateTime)),
    ]
  )
}
