extension Rule {
  static let namespaceUnknown = Rule(
    id: "namespace-unknown",
    severity: .info,
    formats: .xml,
    summary: "A namespace is one that readers know",
    why: """
      Readers pass over elements of namespaces that they do not know, which is fine \
      where a program of yours reads them. A known namespace with one letter wrong is \
      not known.
      """,
    help: """
      Nothing, if it is your own; otherwise compare the URI with that of its \
      specification, letter by letter.
      """,
    spec: "https://www.rssboard.org/rss-specification#extendingRss",
    w3c: ["UnknownNamespace"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title>")
      ],
      failing: [
        .rssItem("<title>One</title>↓<x:hint xmlns:x=\"https://example.org/ns\">y</x:hint>")
      ]
    )
  )
}
