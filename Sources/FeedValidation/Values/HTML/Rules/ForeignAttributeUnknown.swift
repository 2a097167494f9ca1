extension Rule {
  static let foreignAttributeUnknown = Rule(
    id: "foreign-attribute-unknown",
    severity: .info,
    formats: [.rss, .rdf, .atom],
    summary: "SVG and MathML in a feed have attributes that these define",
    why: """
      Readers remove attributes of drawings and formulas that they do not know.
      """,
    help: "Correct the name; names of SVG have case (viewBox).",
    spec: "https://www.w3.org/TR/SVG2/attindex.html",
    w3c: ["SecurityRiskAttr", "SecurityRisk"],
    examples: Examples(
      passing: [
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="5"/></svg></div></summary>"#
        )
      ],
      failing: [
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg" ↓viewbox="0 0 9 9"><circle r="5"/></svg></div></summary>"#
        )
      ]
    )
  )
}
