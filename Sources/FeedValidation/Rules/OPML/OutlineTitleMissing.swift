extension Rule {
  static let outlineTitleMissing = Rule(
    id: "outline-title-missing",
    severity: .warning,
    formats: .opml,
    summary: "An outline of type rss has the feed’s title",
    why: """
      Most programs show text, some title; what is missing is shown as an address.
      """,
    help: "Add title with the same words as text.",
    spec: "http://opml.org/spec2.opml#subscriptionLists",
    w3c: ["MissingTitleAttr"],
    examples: Examples(
      passing: [
        .opmlBody(
          "<outline text=\"One\" title=\"One\" type=\"rss\" xmlUrl=\"https://example.org/feed.xml\"/>"
        )
      ],
      failing: [
        .opmlBody("↓<outline text=\"One\" type=\"rss\" xmlUrl=\"https://example.org/feed.xml\"/>")
      ]
    )
  )
}
