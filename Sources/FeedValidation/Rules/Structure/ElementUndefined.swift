extension Rule {
  static let elementUndefined = Rule(
    id: "element-undefined",
    severity: .error,
    formats: .xml,
    summary: "An element is defined for the place where it stands",
    why: """
      Readers pass over what they do not know, so what is in it never reaches a \
      subscriber.
      """,
    help: """
      Correct the name, move the element to where it belongs, or put it into a \
      namespace of its own.
      """,
    spec: "https://www.rssboard.org/rss-specification#extendingRss",
    w3c: ["UndefinedElement"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><comments>https://example.org/1#c</comments>")
      ],
      failing: [
        .rssItem("<title>One</title>↓<titel>Two</titel>"),
        .rssItem("<title>One</title>↓<ttl>60</ttl>"),
      ]
    )
  )
}
