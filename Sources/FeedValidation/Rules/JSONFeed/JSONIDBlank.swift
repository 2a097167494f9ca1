extension Rule {
  static let jsonIDBlank = Rule(
    id: "json-id-blank",
    severity: .error,
    formats: .jsonFeed,
    summary: "The id of an item is not blank",
    why: """
      Readers tell new items from old ones by their ids, and discard an item whose id is blank.
      """,
    help: "Write an id that stays the same for ever: the item’s URL is a good one.",
    spec: "https://www.jsonfeed.org/version/1.1/#items",
    examples: Examples(
      passing: [
        .jsonItem(#""id": "https://example.org/1","#)
      ],
      failing: [
        .jsonItem(#""id": ↓"","#)
      ]
    )
  )
}
