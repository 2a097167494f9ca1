extension Rule {
  static let elementNotEmpty = Rule(
    id: "element-not-empty",
    severity: .warning,
    formats: .xml,
    summary: "An element that says all in its attributes has no text",
    why: "No reader looks at the text; what it says is lost.",
    help: "Remove the text, or move it into an attribute.",
    spec: "https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt",
    w3c: ["AtomLinkNotEmpty", "UnexpectedText"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><enclosure url=\"https://example.org/a.mp3\" length=\"1\" type=\"audio/mpeg\"/>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><enclosure url=\"https://example.org/a.mp3\" length=\"1\" type=\"audio/mpeg\">↓Audio</enclosure>"
        )
      ]
    )
  )
}
