extension Rule {
  static let htmlURLScript = Rule(
    id: "html-url-script",
    severity: .warning,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "URLs in HTML do not run code",
    why: """
      Readers remove javascript: URLs and documents in data: URLs, so the link or picture is \
      lost.
      """,
    help: "Link to an address that works without scripts, or leave the link out.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-8.1",
    w3c: ["SecurityRiskAttr", "SecurityRisk"],
    examples: Examples(
      passing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<a href="https://example.org/">One</a>]]></description>"#
        )
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<a href="↓javascript:go()">One</a>]]></description>"#
        )
      ]
    )
  )
}
