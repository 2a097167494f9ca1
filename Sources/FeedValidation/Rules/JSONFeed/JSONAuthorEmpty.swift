extension Rule {
  static let jsonAuthorEmpty = Rule(
    id: "json-author-empty",
    severity: .error,
    formats: .jsonFeed,
    summary: "An author has a name, a URL or an avatar",
    why: "Readers show a line for the author with nothing in it.",
    help: "Add a name, or leave the author out.",
    spec: "https://www.jsonfeed.org/version/1.1/#top-level",
    examples: Examples(
      passing: [
        .jsonItem(#""authors": [{"name": "A"}],"#)
      ],
      failing: [
        .jsonItem(#""authors": [↓{}],"#)
      ]
    )
  )
}
