extension Vocabulary {
  /// Complete, paged and archived feeds: RFC 5005.
  static let feedHistory = Vocabulary(
    namespace: "http://purl.org/syndication/history/1.0",
    prefix: "fh",
    spec: "https://www.rfc-editor.org/rfc/rfc5005",
    elements: [
      ElementDefinition("complete", in: .channels, .once, .empty),
      ElementDefinition("archive", in: .channels, .once, .empty),
    ]
  )
}
