extension Vocabulary {
  /// Licences of Creative Commons in RSS: UserLand, 2002.
  static let creativeCommons = Vocabulary(
    namespace: "http://backend.userland.com/creativeCommonsRssModule",
    prefix: "creativeCommons",
    spec: "http://backend.userland.com/creativeCommonsRssModule",
    elements: [
      ElementDefinition("license", in: .channelsAndEntries, .many, .text(.url))
    ]
  )
}
