extension Rule {
  static let foreignElementUnknown = Rule(
    id: "foreign-element-unknown",
    severity: .warning,
    formats: [.rss, .rdf, .atom],
    summary: "SVG and MathML in a feed have elements that these define",
    why: """
      Readers remove elements of drawings and formulas that they do not know, since new ones \
      could run code; a misspelt name leaves a gap.
      """,
    help: "Correct the name; names of SVG have case (linearGradient).",
    spec: "https://www.w3.org/TR/SVG2/eltindex.html",
    w3c: ["SecurityRisk"],
    examples: Examples(
      passing: [
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg></div></summary>"#
        )
      ],
      failing: [
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg">↓<cirle r="5"/></svg></div></summary>"#
        ),
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><math xmlns="http://www.w3.org/1998/Math/MathML">↓<number>1</number></math></div></summary>"#
        ),
      ]
    )
  )
}
