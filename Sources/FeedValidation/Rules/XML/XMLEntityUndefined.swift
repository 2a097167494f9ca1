extension Rule {
  static let xmlEntityUndefined = Rule(
    id: "xml-entity-undefined",
    severity: .error,
    formats: .xml,
    summary: "Entities are the five that XML knows",
    why: """
      HTML has hundreds of names such as &nbsp;, XML has amp, lt, gt, quot and apos. A \
      strict parser stops at any other.
      """,
    help: "Write the character itself, or its number: &#160;.",
    spec: "https://www.w3.org/TR/xml/#sec-references",
    w3c: ["SAXError", "UndefinedNamedEntity"],
    examples: Examples(
      passing: [
        .rssItem("<title>Caf&#233;</title>")
      ],
      failing: [
        .rssItem("<title>Caf↓&eacute;</title>")
      ]
    )
  )
}
