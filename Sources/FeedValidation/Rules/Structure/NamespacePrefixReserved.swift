extension Rule {
  static let namespacePrefixReserved = Rule(
    id: "namespace-prefix-reserved",
    severity: .warning,
    formats: .xml,
    summary: "A customary prefix stands for its own namespace",
    why: """
      Some readers look at prefixes instead of namespaces, and take the element for \
      another.
      """,
    help: "Use another prefix for the namespace.",
    spec: "https://www.w3.org/TR/xml-names/#ns-decl",
    w3c: ["ReservedPrefix"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">A</dc:creator>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><dc:creator xmlns:dc=\"↓https://example.org/ns\">A</dc:creator>"
        )
      ]
    )
  )
}
