extension Rule {
  static let rootUnknown = Rule(
    id: "root-unknown",
    severity: .error,
    formats: .all,
    summary: "The root element is that of a feed",
    why: """
      Readers look at the root element to see what a document is, and show nothing of one that \
      is no feed.
      """,
    help: """
      Check the address.
      """,
    spec: "https://www.rssboard.org/rss-specification#whatIsRss",
    w3c: ["UndeterminableVocabulary", "InvalidNamespace", "UndefinedElement"],
    examples: Examples(
      passing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ],
      failing: [
        .document("↓<html><head><title>T</title></head></html>"),
        .document("↓Bad gateway"),
      ]
    )
  )
}
