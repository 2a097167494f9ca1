extension Rule {
  static let xmlNamespace = Rule(
    id: "xml-namespace",
    severity: .error,
    formats: .xml,
    summary: "Every prefix is declared",
    why: """
      Strict parsers refuse a feed with a prefix that nothing declares; others drop \
      the element.
      """,
    help: """
      Declare the prefix on the root element with the namespace that its specification \
      gives.
      """,
    spec: "https://www.w3.org/TR/xml-names/#ns-decl",
    w3c: ["SAXError", "MissingNamespace"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">A</dc:creator>"
        )
      ],
      failing: [
        .rssItem("<title>One</title>↓<dc:creator>A</dc:creator>")
      ]
    )
  )
}
