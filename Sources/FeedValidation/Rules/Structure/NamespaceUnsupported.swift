extension Rule {
  static let namespaceUnsupported = Rule(
    id: "namespace-unsupported",
    severity: .info,
    formats: .xml,
    summary: "A namespace is one that is looked into",
    why: """
      Others know this namespace, but nothing is checked in it here: what is wrong \
      there is not found.
      """,
    help: "Nothing; look at the namespace’s own validator, if it has one.",
    spec: "https://www.rssboard.org/rss-specification#extendingRss",
    w3c: ["UnsupportedNamespace"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title>")
      ],
      failing: [
        .rssItem(
          "<title>One</title>↓<g:price xmlns:g=\"http://base.google.com/ns/1.0\">1</g:price>"
        )
      ]
    )
  )
}
