extension Rule {
  static let jsonKeyUnknown = Rule(
    id: "json-key-unknown",
    severity: .error,
    formats: .jsonFeed,
    summary: "Keys are those of JSON Feed, or extensions, whose names begin with an underscore",
    why: """
      Readers pass over a key that they do not know: what it holds is lost. A later version of \
      the format may give it another meaning.
      """,
    help: """
      Use the key that JSON Feed has for it, or put it into an extension: an object whose name \
      begins with an underscore.
      """,
    spec: "https://www.jsonfeed.org/version/1.1/#extensions",
    examples: Examples(
      passing: [
        .jsonItem(#""date_published": "2024-06-13T10:30:00Z", "_example": {"rating": 5},"#)
      ],
      failing: [
        .jsonItem(#"↓"pubDate": "2024-06-13T10:30:00Z","#),
        .jsonItem(#"↓"Title": "One","#),
      ]
    )
  )
}
