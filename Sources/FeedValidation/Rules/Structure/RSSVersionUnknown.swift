extension Rule {
  static let rssVersionUnknown = Rule(
    id: "rss-version-unknown",
    severity: .error,
    formats: .rss,
    summary: "The version of RSS is one that exists",
    why: "Some readers choose by it how to read the feed.",
    help: "Write version=\"2.0\", unless the feed is of an older version.",
    spec: "https://www.rssboard.org/rss-specification#whatIsRss",
    w3c: ["InvalidRSSVersion"],
    examples: Examples(
      passing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ],
      failing: [
        .document(
          "<rss version=\"↓2.1\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ]
    )
  )
}
