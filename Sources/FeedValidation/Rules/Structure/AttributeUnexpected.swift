extension Rule {
  static let attributeUnexpected = Rule(
    id: "attribute-unexpected",
    severity: .error,
    formats: .xml,
    summary: "An attribute is defined for its element",
    why: """
      Readers pass over it. Often a name was misspelt: names of attributes have case, \
      and isPermalink is not isPermaLink.
      """,
    help: "Correct the name, or remove the attribute.",
    spec: "https://www.rssboard.org/rss-specification#extendingRss",
    w3c: ["UnexpectedAttribute"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><guid isPermaLink=\"false\">1f0e5c1a-one</guid>")
      ],
      failing: [
        .rssItem("<title>One</title><guid ↓isPermalink=\"false\">https://example.org/1</guid>")
      ]
    )
  )
}
