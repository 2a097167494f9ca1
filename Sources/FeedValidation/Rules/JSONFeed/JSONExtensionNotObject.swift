extension Rule {
  static let jsonExtensionNotObject = Rule(
    id: "json-extension-not-object",
    severity: .error,
    formats: .jsonFeed,
    summary: "An extension is an object",
    why: """
      Programs that know the extension look for its keys, and strict parsers refuse what is no \
      object.
      """,
    help: "Put the value into an object: “\"_example\": {\"rating\": 5}”.",
    spec: "https://www.jsonfeed.org/version/1.1/#extensions",
    examples: Examples(
      passing: [
        .jsonItem(#""_example": {"rating": 5},"#)
      ],
      failing: [
        .jsonItem(#""_rating": ↓5,"#)
      ]
    )
  )
}
