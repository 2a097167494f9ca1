extension Rule {
  static let xhtmlMisplaced = Rule(
    id: "xhtml-misplaced",
    severity: .warning,
    formats: [.rss, .rdf, .atom],
    summary: "XHTML stands where content belongs",
    why: """
      Elsewhere readers pass over it: what it says never reaches a subscriber.
      """,
    help: """
      Move it into content, summary, or another element that may hold XHTML.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-6.4",
    w3c: ["MisplacedXHTMLContent"],
    examples: Examples(
      passing: [
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p></div></summary>"#
        )
      ],
      failing: [
        .atomEntry(#"↓<p xmlns="http://www.w3.org/1999/xhtml">One</p>"#)
      ]
    )
  )
}
