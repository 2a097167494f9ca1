extension Rule {
  static let xhtmlDivisionMissing = Rule(
    id: "xhtml-div-missing",
    severity: .error,
    formats: [.rss, .rdf, .atom],
    summary: "XHTML stands in one div",
    why: """
      RFC 4287 wants a single div of XHTML around it. Readers take out the div’s content, and \
      show nothing or too much if there is none.
      """,
    help: """
      Put a div with xmlns='http://www.w3.org/1999/xhtml' around the markup.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.3",
    w3c: ["MissingXhtmlDiv", "MissingElement"],
    examples: Examples(
      passing: [
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p></div></summary>"#
        )
      ],
      failing: [
        .atomEntry(
          #"↓<summary type="xhtml"><p xmlns="http://www.w3.org/1999/xhtml">One</p></summary>"#
        )
      ]
    )
  )
}
