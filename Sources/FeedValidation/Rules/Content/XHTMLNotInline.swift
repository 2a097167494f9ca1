extension Rule {
  static let xhtmlNotInline = Rule(
    id: "xhtml-not-inline",
    severity: .warning,
    formats: [.rss, .rdf, .atom],
    summary: "XHTML is there as elements, not as text",
    why: """
      With type="xhtml" readers take escaped markup for text and show its tags.
      """,
    help: """
      Write type="html", or put the elements there without escaping and CDATA section.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.3",
    w3c: ["NotInline"],
    examples: Examples(
      passing: [
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p></div></summary>"#
        )
      ],
      failing: [
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">↓&lt;p&gt;One&lt;/p&gt;</div></summary>"#
        )
      ]
    )
  )
}
