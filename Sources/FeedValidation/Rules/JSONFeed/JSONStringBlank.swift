extension Rule {
  static let jsonStringBlank = Rule(
    id: "json-string-blank",
    severity: .warning,
    formats: .jsonFeed,
    summary: "Strings that are there say something",
    why: """
      Readers show an empty title, link or picture, where they would have found something better \
      if the key were missing.
      """,
    help: "Leave the key out, or give it a value.",
    spec: "https://www.jsonfeed.org/version/1.1/#the-structure-of-a-feed",
    examples: Examples(
      passing: [
        .jsonItem(#""title": "One","#)
      ],
      failing: [
        .jsonItem(#""summary": ↓"","#),
        .jsonItem(#""image": ↓" ","#),
      ]
    )
  )
}
