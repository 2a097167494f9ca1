extension Rule {
  static let attributeMissing = Rule(
    id: "attribute-missing",
    severity: .error,
    formats: .xml,
    summary: "An attribute that the format requires is there",
    why: "Without it the element says nothing that a reader could use.",
    help: "Add the attribute.",
    spec: "https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt",
    w3c: ["MissingAttribute"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><enclosure url=\"https://example.org/a.mp3\" length=\"0\" type=\"audio/mpeg\"/>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title>↓<enclosure url=\"https://example.org/a.mp3\" type=\"audio/mpeg\"/>"
        )
      ]
    )
  )
}
