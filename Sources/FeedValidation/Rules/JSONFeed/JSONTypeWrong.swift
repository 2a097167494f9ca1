extension Rule {
  static let jsonTypeWrong = Rule(
    id: "json-type-wrong",
    severity: .error,
    formats: .jsonFeed,
    summary: "Values are of the JSON type that their key has: strings, numbers, arrays and objects",
    why: """
      Readers with typed parsers refuse the item, or the whole feed, for one value of another \
      type.
      """,
    help: "Write the value with the type that is named.",
    spec: "https://www.jsonfeed.org/version/1.1/#the-structure-of-a-feed",
    examples: Examples(
      passing: [
        .jsonItem(#""tags": ["one"], "authors": [{"name": "A"}],"#)
      ],
      failing: [
        .jsonItem(#""tags": ↓"one","#),
        .jsonItem(#""title": ↓1,"#),
        .jsonItem(#""tags": ["one", ↓2],"#),
        .jsonItem(#""authors": [↓"A"],"#),
      ]
    )
  )
}
