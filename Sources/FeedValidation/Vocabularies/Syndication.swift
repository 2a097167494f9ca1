extension Vocabulary {
  /// How often a feed changes: the module mod_syndication.
  static let syndication = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/syndication/",
    prefix: "sy",
    spec: "https://web.resource.org/rss/1.0/modules/syndication/",
    elements: [
      ElementDefinition("updatePeriod", in: .channels, .once, .text(.updatePeriod)),
      ElementDefinition("updateFrequency", in: .channels, .once, .text(.positiveInteger)),
      ElementDefinition("updateBase", in: .channels, .once, .text(.w3cdtfAtAnyTime)),
    ]
  )
}
