extension Vocabulary {
  /// Where to comment, and the feed of comments.
  static let wellFormedWeb = Vocabulary(
    namespace: "http://wellformedweb.org/CommentAPI/",
    prefix: "wfw",
    spec: "https://web.archive.org/web/2003/http://wellformedweb.org/story/9",
    elements: [
      ElementDefinition("comment", in: .entries, .once, .text(.url)),
      ElementDefinition("commentRss", in: .entries, .once, .text(.url)),
      // As WordPress once wrote it: see CommentRSSCheck.
      ElementDefinition("commentRSS", in: .entries, .once, .text(.url)),
    ]
  )
}
