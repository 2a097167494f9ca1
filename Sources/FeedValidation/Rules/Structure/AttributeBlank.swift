extension Rule {
  static let attributeBlank = Rule(
    id: "attribute-blank",
    severity: .warning,
    formats: .xml,
    summary: "An attribute that is there has a value",
    why: """
      An empty attribute says less than none, and some readers take it for its \
      default, others for an error.
      """,
    help: "Fill the attribute, or leave it out.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.2",
    w3c: ["AttrNotBlank", "NotBlank"],
    examples: Examples(
      passing: [
        .atomEntry("<category term=\"a\"/>")
      ],
      failing: [
        .atomEntry("<category term=\"↓\"/>")
      ]
    )
  )
}
