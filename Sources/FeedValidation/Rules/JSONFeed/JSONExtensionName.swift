extension Rule {
  static let jsonExtensionName = Rule(
    id: "json-extension-name",
    severity: .error,
    formats: .jsonFeed,
    summary: """
      The name of an extension is an underscore, a letter and no full stop; nor have its keys \
      one
      """,
    why: """
      Programs reach into extensions with paths like “feed._example.rating”, in which a full \
      stop means something else.
      """,
    help: "Write a name like “_example_ratings”.",
    spec: "https://www.jsonfeed.org/version/1.1/#extensions",
    examples: Examples(
      passing: [
        .jsonItem(#""_example": {"rating": 5},"#)
      ],
      failing: [
        .jsonItem(#"↓"_1": {"rating": 5},"#),
        .jsonItem(#"↓"_example.org": {"rating": 5},"#),
        .jsonItem(#""_example": {↓"rating.value": 5},"#),
      ]
    )
  )
}
