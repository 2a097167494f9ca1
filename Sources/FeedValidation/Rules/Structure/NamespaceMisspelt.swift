extension Rule {
  static let namespaceMisspelt = Rule(
    id: "namespace-misspelt",
    severity: .warning,
    formats: .xml,
    summary: "A known namespace is spelt as its specification has it",
    why: """
      Namespaces are compared letter by letter: elements in a misspelt one do not \
      exist for most readers.
      """,
    help: "Write the namespace as the specification has it.",
    spec: "https://www.w3.org/TR/xml-names/#NSNameComparison",
    w3c: ["ReservedPrefix", "UnknownNamespace"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">A</dc:creator>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><dc:creator xmlns:dc=\"↓https://purl.org/dc/elements/1.1\">A</dc:creator>"
        )
      ]
    )
  )
}
