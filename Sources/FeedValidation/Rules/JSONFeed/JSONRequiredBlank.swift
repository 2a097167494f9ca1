extension Rule {
  static let jsonRequiredBlank = Rule(
    id: "json-required-blank",
    severity: .error,
    formats: .jsonFeed,
    summary: "Strings that JSON Feed requires say something",
    why: "Readers list the feed by its title and fetch attachments by their url: there is neither.",
    help: "Give the key a value; JSON Feed requires it.",
    spec: "https://www.jsonfeed.org/version/1.1/#top-level",
    examples: Examples(
      passing: [.jsonFeed(#""title": "One","#)],
      failing: [
        .jsonFeed(#""title": ↓"","#),
        .jsonItem(#""attachments": [{"url": ↓" ", "mime_type": "audio/mpeg"}],"#),
      ]
    )
  )
}
