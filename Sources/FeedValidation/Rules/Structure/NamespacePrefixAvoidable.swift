extension Rule {
  static let namespacePrefixAvoidable = Rule(
    id: "namespace-prefix-avoidable",
    severity: .warning,
    formats: .atom,
    summary: "Atom and XHTML are written without prefixes",
    why: """
      Several readers look for feed, entry and div as such, and find nothing in a feed \
      that writes atom:feed.
      """,
    help: "Declare the namespace as the default one.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-1.2",
    w3c: ["AvoidNamespacePrefix"],
    examples: Examples(
      passing: [
        .atomEntry(
          "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Text</p></div></content>"
        )
      ],
      failing: [
        .atomEntry(
          "<content type=\"xhtml\">↓<h:div xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:p>Text</h:p></h:div></content>"
        )
      ]
    )
  )
}
