extension Rule {
  static let jsonTagDuplicate = Rule(
    id: "json-tag-duplicate",
    severity: .warning,
    formats: .jsonFeed,
    summary: "An item has a tag once",
    why: "Readers show the tag twice.",
    help: "Remove all but one of them.",
    spec: "https://www.jsonfeed.org/version/1.1/#items",
    examples: Examples(
      passing: [
        .jsonItem(#""tags": ["one", "two"],"#)
      ],
      failing: [
        .jsonItem(#""tags": ["one", "two", ↓"one"],"#)
      ]
    )
  )
}
