extension Rule {
  static let namespaceLost = Rule(
    id: "namespace-lost",
    severity: .error,
    formats: .xml,
    summary:
      "The namespaces of podcasts, of media and of whole content are spelt so that they count",
    why: """
      Namespaces are compared letter by letter, and this spelling is none that readers know of: all \
      elements in it are lost, the episodes' data, the pictures or the whole texts.
      """,
    help: "Write the namespace as its specification has it.",
    spec: "https://www.w3.org/TR/xml-names/#NSNameComparison",
    w3c: ["ReservedPrefix", "UnknownNamespace"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">A</content:encoded>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><content:encoded xmlns:content=\"↓http://purl.org/rss/1.0/modules/content\">A</content:encoded>"
        ),
        .rssItem(
          "<title>One</title><podcast:season xmlns:podcast=\"↓http://podcastindex.org/namespace/1.0\">1</podcast:season>"
        ),
      ]
    )
  )
}
