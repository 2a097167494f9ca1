extension Vocabulary {
  /// Where to tell that an item is linked to.
  static let pingback = Vocabulary(
    namespace: "http://madskills.com/public/xml/rss/module/pingback/",
    prefix: "pingback",
    spec: "http://madskills.com/public/xml/rss/module/pingback/",
    elements: [
      ElementDefinition("server", in: .channelsAndEntries, .many, .text(.anyText)),
      ElementDefinition("target", in: .channelsAndEntries, .many, .text(.anyText)),
      ElementDefinition("about", in: .channelsAndEntries, .many, .text(.anyText)),
      ElementDefinition("to", in: .channelsAndEntries, .many, .text(.anyText)),
    ]
  )
}
