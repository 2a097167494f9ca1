extension Vocabulary {
  /// Changes of a wiki: the module mod_wiki.
  static let wiki = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/wiki/",
    prefix: "wiki",
    spec: "https://web.resource.org/rss/1.0/modules/wiki/",
    elements: [
      ElementDefinition("interwiki", in: .channels, .many, .anything),
      ElementDefinition("diff", in: .entries, .once, .text(.anyText)),
      ElementDefinition("history", in: .entries, .once, .text(.anyText)),
      ElementDefinition("importance", in: .entries, .once, .text(.anyText)),
      ElementDefinition("status", in: .entries, .once, .text(.anyText)),
      ElementDefinition("version", in: .entries, .once, .text(.anyText)),
    ]
  )
}
