extension Rule {
  static let htmlURLRelative = Rule(
    id: "html-url-relative",
    severity: .warning,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: """
      URLs in HTML are absolute where nothing says what they are relative to
      """,
    why: """
      RSS and JSON Feed have no base address. Readers resolve “/cat.jpg” against the site, the \
      feed, the entry or nothing, so that pictures are missing and links go astray in some of \
      them.
      """,
    help: "Write the whole address, with https:// and the host.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-description",
    w3c: ["ContainsRelRef"],
    examples: Examples(
      passing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<img src="https://example.org/cat.jpg" alt="">]]></description>"#
        )
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<img src="↓/cat.jpg" alt="">]]></description>"#
        ),
        .jsonItem(#""content_html": "<a href='↓../about'>About</a>","#),
      ]
    )
  )
}
