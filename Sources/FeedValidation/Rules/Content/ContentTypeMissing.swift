extension Rule {
  static let contentTypeMissing = Rule(
    id: "content-type-missing",
    severity: .warning,
    formats: .atom,
    summary: "Content that is elsewhere has its media type",
    why: "A reader cannot tell what it would fetch.",
    help: "Add the media type of what src leads to.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.2",
    w3c: ["MissingTypeAttr"],
    examples: Examples(
      passing: [
        .atomEntry(
          "<summary>S</summary><content src=\"https://example.org/a.mp3\" type=\"audio/mpeg\"/>"
        )
      ],
      failing: [
        .atomEntry("<summary>S</summary>↓<content src=\"https://example.org/a.mp3\"/>")
      ]
    )
  )
}
