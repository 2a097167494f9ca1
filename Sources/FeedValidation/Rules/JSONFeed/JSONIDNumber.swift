extension Rule {
  static let jsonIDNumber = Rule(
    id: "json-id-number",
    severity: .warning,
    formats: .jsonFeed,
    summary: "The id of an item is a string",
    why: """
      Readers are to make a string of a number, but those with typed parsers discard the item, \
      or the whole feed. Large numbers lose their last digits.
      """,
    help: "Put the number into quotes.",
    spec: "https://www.jsonfeed.org/version/1.1/#items",
    examples: Examples(
      passing: [
        .jsonItem(#""id": "10","#)
      ],
      failing: [
        .jsonItem(#""id": ↓10,"#)
      ]
    )
  )
}
