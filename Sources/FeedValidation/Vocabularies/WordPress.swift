extension Vocabulary {
  /// What WordPress.com adds to its feeds.
  static let wordPress = Vocabulary(
    namespace: "com-wordpress:feed-additions:1",
    prefix: "wordpress",
    spec: "https://wordpress.com/support/feeds/",
    elements: [
      ElementDefinition("site", in: .channels, .once, .text(.nonNegativeInteger)),
      ElementDefinition("post-id", in: .entries, .once, .text(.nonNegativeInteger)),
    ]
  )
}
