extension Vocabulary {
  /// Whether search engines may index a feed.
  static let indexing = Vocabulary(
    namespace: "urn:atom-extension:indexing",
    prefix: "indexing",
    spec: "https://www.ietf.org/archive/id/draft-snell-atompub-feed-index-10.txt",
    attributes: [
      .optional("index", .yesNo)
    ]
  )
}
