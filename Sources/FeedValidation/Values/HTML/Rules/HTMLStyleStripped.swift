extension Rule {
  static let htmlStyleStripped = Rule(
    id: "html-style-stripped",
    severity: .info,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "Styles in a feed are such as readers keep",
    why: """
      Readers that keep styles at all keep those of text and boxes and remove others: layouts, \
      images, animations, and what word processors leave behind.
      """,
    help: """
      Nothing, if the text is readable without the style; otherwise say it with elements.
      """,
    spec: "https://www.w3.org/TR/css-style-attr/#syntax",
    w3c: ["DangerousStyleAttr", "SecurityRiskAttr", "SecurityRisk"],
    examples: Examples(
      passing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p style="margin: 0 auto; text-align: center">One</p>]]></description>"#
        )
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p style="color: blue; ↓mso-highlight: yellow">One</p>]]></description>"#
        ),
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b style="↓bogus">One</b></div></summary>"#
        ),
      ]
    )
  )
}
