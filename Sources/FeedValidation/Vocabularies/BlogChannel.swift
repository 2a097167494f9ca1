extension Vocabulary {
  /// What goes with a weblog: UserLand, 2002.
  static let blogChannel = Vocabulary(
    namespace: "http://backend.userland.com/blogChannelModule",
    prefix: "blogChannel",
    spec: "http://backend.userland.com/blogChannelModule",
    elements: [
      ElementDefinition("blogRoll", in: .channels, .once, .text(.url)),
      ElementDefinition("blink", in: .channels, .once, .text(.url)),
      ElementDefinition("mySubscriptions", in: .channels, .once, .text(.url)),
      ElementDefinition("changes", in: .channels, .once, .text(.url)),
    ]
  )
}
