extension Rule {
  static let htmlElementStripped = Rule(
    id: "html-element-stripped",
    severity: .info,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "HTML in a feed has only elements that readers keep",
    why: """
      Frames, forms, style sheets and custom elements work on the site, but most readers \
      remove them, with or without what is in them, so that subscribers see a gap.
      """,
    help: """
      Put a link, a picture or plain markup in its place where subscribers should see \
      something.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-8.1",
    w3c: ["SecurityRisk"],
    examples: Examples(
      passing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p><a href="https://example.org/film">The film</a></p>]]></description>"#
        )
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p>One</p>↓<iframe src="https://example.org/film"></iframe>]]></description>"#
        ),
        .jsonItem(#""content_html": "<p>One</p>↓<lite-youtube></lite-youtube>","#),
      ]
    )
  )
}
