extension Rule {
  static let textContainsHTML = Rule(
    id: "text-contains-html",
    severity: .warning,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "Names, titles and other plain text have no markup",
    why: """
      Most readers show titles and names as they are: “<b>One</b>”, “caf&eacute;”. Others \
      decode them, so that there is nothing that all of them show alike.
      """,
    help: """
      Remove the tags, and write characters as themselves: é rather than &eacute;.
      """,
    spec: "https://www.rssboard.org/rss-profile#data-types-characterdata",
    w3c: ["ContainsHTML"],
    examples: Examples(
      passing: [
        .rssItem("<title>A &lt; B, and AT&#x26;T’s café</title>"),
        .atomEntry("<link href=\"https://example.org/2\" rel=\"related\" title=\"A &amp; B\"/>"),
      ],
      failing: [
        .rssItem("<title>↓&lt;b&gt;One&lt;/b&gt;</title>"),
        .rssItem("<title>A caf↓&amp;eacute;</title>"),
      ]
    )
  )
}
