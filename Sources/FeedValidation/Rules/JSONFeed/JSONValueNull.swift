extension Rule {
  static let jsonValueNull = Rule(
    id: "json-value-null",
    severity: .error,
    formats: .jsonFeed,
    summary: "Keys without a value are left out",
    why: """
      The format has no null. Some parsers take it for a missing value, others refuse the item \
      for the wrong type.
      """,
    help: "Leave the key out.",
    spec: "https://www.jsonfeed.org/version/1.1/#the-structure-of-a-feed",
    examples: Examples(
      passing: [
        .jsonItem(#""url": "https://example.org/1","#)
      ],
      failing: [
        .jsonItem(#""image": ↓null,"#)
      ]
    )
  )
}
