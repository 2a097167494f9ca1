extension Rule {
  static let contentNotEmpty = Rule(
    id: "content-not-empty",
    severity: .error,
    formats: .atom,
    summary: "Content that is elsewhere is empty here",
    why: "Readers show one or the other.",
    help: "Remove either src or the text.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.2",
    w3c: ["UnexpectedText"],
    examples: Examples(
      passing: [
        .atomEntry(
          "<summary>S</summary><content src=\"https://example.org/a.mp3\" type=\"audio/mpeg\"/>"
        )
      ],
      failing: [
        .atomEntry(
          "<summary>S</summary><content src=\"https://example.org/a.mp3\" type=\"audio/mpeg\">↓Text</content>"
        )
      ]
    )
  )
}
