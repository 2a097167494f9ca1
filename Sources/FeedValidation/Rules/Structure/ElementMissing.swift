extension Rule {
  static let elementMissing = Rule(
    id: "element-missing",
    severity: .error,
    formats: .xml,
    summary: "An element that the format requires is there",
    why: """
      Readers rely on it, and have nothing to put in its place: some refuse the feed, others pass \
      over what lacks it.
      """,
    help: "Add the element.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2",
    w3c: ["MissingElement"],
    examples: Examples(
      passing: [
        .atomFeed("<author><name>A</name></author>")
      ],
      failing: [
        .atomEntry("↓<contributor><uri>https://example.org/</uri></contributor>")
      ]
    )
  )
}
