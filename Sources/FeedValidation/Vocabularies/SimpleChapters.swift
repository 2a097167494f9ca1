extension Vocabulary {
  /// Chapters of an episode: Podlove Simple Chapters.
  static let simpleChapters = Vocabulary(
    namespace: "http://podlove.org/simple-chapters",
    prefix: "psc",
    spec: "https://podlove.org/simple-chapters/",
    elements: [
      ElementDefinition(
        "chapters",
        in: .entries,
        .once,
        .elements,
        attributes: [.optional("version")],
        required: [RequiredChild("chapter")]
      ),
      ElementDefinition(
        "chapter",
        in: [.element("chapters")],
        .many,
        .empty,
        attributes: [
          .required("start", .chapterTime), .required("title"), .optional("href", .url),
          .optional("image", .url),
        ]
      ),
    ]
  )
}
