extension Vocabulary {
  /// What of OPML’s head stands in feeds: its owner and dates.
  static let opmlInFeeds = Vocabulary(
    namespace: "http://www.opml.org/spec2",
    prefix: "opml",
    spec: "http://opml.org/spec2.opml",
    elements: [
      ElementDefinition("dateCreated", in: .everywhere, .once, .text(.rfc822)),
      ElementDefinition("dateModified", in: .everywhere, .once, .text(.rfc822)),
      ElementDefinition("ownerName", in: .everywhere, .once, .text(.plainText)),
      ElementDefinition("ownerEmail", in: .everywhere, .once, .text(.addrSpec)),
      ElementDefinition("ownerId", in: .everywhere, .once, .text(.urlAttribute)),
    ]
  )
}
