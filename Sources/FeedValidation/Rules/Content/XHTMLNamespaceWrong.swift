extension Rule {
  static let xhtmlNamespaceWrong = Rule(
    id: "xhtml-namespace-wrong",
    severity: .error,
    formats: [.rss, .rdf, .atom],
    summary: "Elements of XHTML are in the namespace of XHTML",
    why: """
      Without it they are elements of the feed’s own namespace, which has none of these names: \
      readers show nothing, or the text alone.
      """,
    help: "Add xmlns='http://www.w3.org/1999/xhtml' to the div.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.3",
    w3c: ["NotHtml", "MissingXhtmlDiv", "MissingElement"],
    examples: Examples(
      passing: [
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p></div></summary>"#
        )
      ],
      failing: [
        .atomEntry(#"<summary type="xhtml">↓<div>One</div></summary>"#)
      ]
    )
  )
}
