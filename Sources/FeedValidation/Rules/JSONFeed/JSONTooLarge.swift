extension Rule {
  static let jsonTooLarge = Rule(
    id: "json-limit",
    severity: .error,
    formats: .jsonFeed,
    summary: "An item is at most 512 objects and arrays deep, and at most 100 MB large",
    why: """
      Parsers give up on what is deeper, and readers on what is larger. What follows was not \
      looked at here either.
      """,
    help: "Link to the large thing as an attachment instead of writing it into the item.",
    spec: "https://www.jsonfeed.org/version/1.1/#suggestions-for-publishers",
    examples: Examples(
      passing: [
        .jsonItem(
          #""attachments": [{"url": "https://example.org/1.mp3", "mime_type": "audio/mpeg"}],"#
        )
      ],
      failing: [
        .jsonItem(
          #""_example": {"deep": "# + String(repeating: "[", count: 510) + "↓[]"
            + String(repeating: "]", count: 510) + "},"
        )
      ]
    )
  )
}
