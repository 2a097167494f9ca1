extension Rule {
  static let jsonSyntax = Rule(
    id: "json-syntax",
    severity: .error,
    formats: .jsonFeed,
    summary: "A JSON Feed is JSON",
    why: """
      JSON parsers give up at the first mistake and hand over nothing, so that no reader shows \
      any item of the feed.
      """,
    help: """
      Mend the place that is named, and let a library write the JSON: it knows about commas, \
      quotes and escapes.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc8259#section-2",
    examples: Examples(
      passing: [
        .jsonItem(#""tags": ["one", "two"],"#)
      ],
      failing: [
        .jsonItem(#""tags": ["one"↓, ],"#),
        .jsonItem(#""title": ↓'One',"#),
        .jsonItem(#""title": "One" ↓"url": "https://example.org/1","#),
      ]
    )
  )
}
