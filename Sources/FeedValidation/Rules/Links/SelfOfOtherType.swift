extension Rule {
  static let selfOfOtherType = Rule(
    id: "self-of-other-type",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "The type of the link to itself is that of a feed",
    why: """
      Programs look for application/rss+xml or application/atom+xml to find what they \
      can subscribe to.
      """,
    help: "Write the media type of the feed, or leave the type out.",
    spec: "https://www.rssboard.org/rss-profile#namespace-elements-atom-link",
    w3c: ["SelfNotAtom"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" type=\"↓text/html\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}
