extension Rule {
  static let extensionWithoutNamespace = Rule(
    id: "extension-without-namespace",
    severity: .warning,
    formats: .rss,
    summary: "Elements that extend RSS are in a namespace, also those in other extensions",
    why: """
      An element without a namespace is RSS’s own. Readers that look for a title or link anywhere \
      below an item find the one in the extension.
      """,
    help: "Give the element the prefix of the element around it.",
    spec: "https://www.rssboard.org/rss-specification#extendingRss",
    w3c: ["NotInANamespace"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><x:place xmlns:x=\"https://example.org/ns\"><x:title>Oslo</x:title></x:place>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><x:place xmlns:x=\"https://example.org/ns\">↓<title>Oslo</title></x:place>"
        )
      ]
    )
  )
}
