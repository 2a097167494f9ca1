extension Rule {
  static let outlineAttributeUnknown = Rule(
    id: "outline-attribute-unknown",
    severity: .info,
    formats: .opml,
    summary: "Attributes of outlines are those of the specification",
    why: """
      Many programs keep notes of their own in outlines without a namespace; others \
      pass over them.
      """,
    help: """
      Nothing, if a program of yours reads it; otherwise leave it out, or give it a \
      namespace.
      """,
    spec: "http://opml.org/spec2.opml#extendingOpml",
    w3c: ["UnexpectedAttribute"],
    examples: Examples(
      passing: [
        .opmlBody("<outline text=\"One\" type=\"link\" url=\"https://example.org/\"/>")
      ],
      failing: [
        .opmlBody("<outline text=\"One\" ↓nonesuch=\"1\"/>")
      ]
    )
  )
}
