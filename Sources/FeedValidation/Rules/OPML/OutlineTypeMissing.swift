extension Rule {
  static let outlineTypeMissing = Rule(
    id: "outline-type-missing",
    severity: .info,
    formats: .opml,
    summary: "An outline that is a feed says so",
    why: """
      Some programs import outlines of type rss only, and leave the others out.
      """,
    help: "Add type=\"rss\".",
    spec: "http://opml.org/spec2.opml#subscriptionLists",
    w3c: [],
    examples: Examples(
      passing: [
        .opmlBody(
          "<outline text=\"One\" title=\"One\" type=\"rss\" xmlUrl=\"https://example.org/feed.xml\"/>"
        )
      ],
      failing: [
        .opmlBody("↓<outline text=\"One\" xmlUrl=\"https://example.org/feed.xml\"/>")
      ]
    )
  )
}
