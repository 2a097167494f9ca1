extension Rule {
  static let jsonKeyDuplicate = Rule(
    id: "json-key-duplicate",
    severity: .error,
    formats: .jsonFeed,
    summary: "An object has a key once",
    why: """
      Which of the values counts is up to the parser: most take the last, some the first, and \
      some refuse the feed.
      """,
    help: "Remove all but one of them.",
    spec: "https://www.rfc-editor.org/rfc/rfc8259#section-4",
    examples: Examples(
      passing: [
        .jsonItem(#""title": "One","#)
      ],
      failing: [
        .jsonItem(#""title": "One", ↓"title": "Two","#)
      ]
    )
  )
}
