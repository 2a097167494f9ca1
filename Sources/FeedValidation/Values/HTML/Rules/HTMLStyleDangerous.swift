extension Rule {
  static let htmlStyleDangerous = Rule(
    id: "html-style-dangerous",
    severity: .warning,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "Styles stay within their element",
    why: """
      Positions and huge margins draw over the reader or other entries, and some words in \
      styles run code in old browsers. Readers remove such styles, and spam filters count \
      them.
      """,
    help: "Remove the style, or the declaration.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-8.1",
    w3c: ["DangerousStyleAttr", "SecurityRiskAttr", "SecurityRisk"],
    examples: Examples(
      passing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p style="color: #333">One</p>]]></description>"#
        )
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p style="color: #333; ↓position: absolute">One</p>]]></description>"#
        ),
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p style="↓margin: 99999em">One</p></div></summary>"#
        ),
      ]
    )
  )
}
