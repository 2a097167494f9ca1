extension Rule {
  static let namespacePrefixUnusual = Rule(
    id: "namespace-prefix-unusual",
    severity: .info,
    formats: .xml,
    summary: "A known namespace has its customary prefix",
    why: """
      The prefix is free, but some readers look at it instead of the namespace.
      """,
    help: "Use the customary prefix.",
    spec: "https://www.w3.org/TR/xml-names/#ns-decl",
    w3c: ["NonstdPrefix"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">A</dc:creator>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><dublin:creator xmlns:dublin=\"↓http://purl.org/dc/elements/1.1/\">A</dublin:creator>"
        )
      ]
    )
  )
}
