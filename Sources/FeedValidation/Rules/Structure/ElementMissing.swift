extension Rule {
  static let elementMissing = Rule(
    id: "element-missing",
    severity: .error,
    formats: .xml,
    summary: "An element that the format requires is there",
    why: """
      Readers rely on it: a feed without an id or a date is taken for a new one with \
      each change, or not taken at all.
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
