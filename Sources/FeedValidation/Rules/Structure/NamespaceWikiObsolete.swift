extension Rule {
  static let namespaceWikiObsolete = Rule(
    id: "namespace-wiki-obsolete",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "The namespace of the wiki module is the one at purl.org",
    why: "The first draft had another one, which no program looks for any more.",
    help: "Write http://purl.org/rss/1.0/modules/wiki/.",
    spec: "https://web.resource.org/rss/1.0/modules/wiki/",
    w3c: ["ObsoleteWikiNamespace"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title>")
      ],
      failing: [
        .rssItem(
          "<title>One</title><wiki:version xmlns:wiki=\"↓http://www.usemod.com/cgi-bin/mb.pl?ModWiki\">2</wiki:version>"
        )
      ]
    )
  )
}
