extension Rule {
  static let linkWithoutHref = Rule(
    id: "link-without-href",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A link of Atom has an href",
    why: "A link without its address leads nowhere.",
    help: """
      Add the href. RSS has its address in the text of link, Atom in the attribute.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.1",
    w3c: ["MissingHref", "MissingAttribute"],
    examples: Examples(
      passing: [
        .atomEntry("<link rel=\"related\" href=\"https://example.org/2\"/>")
      ],
      failing: [
        .atomEntry("↓<link rel=\"related\"/>")
      ]
    )
  )
}
