extension Rule {
  static let elementBlank = Rule(
    id: "element-blank",
    severity: .warning,
    formats: .xml,
    summary: "An element that is there has something in it",
    why: """
      An empty element says less than none: readers show an empty line, or prefer it \
      to what they would have made up.
      """,
    help: "Fill the element, or leave it out.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1",
    w3c: ["NotBlank"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title>")
      ],
      failing: [
        .rssItem("<title>One</title>↓<category> </category>")
      ]
    )
  )
}
