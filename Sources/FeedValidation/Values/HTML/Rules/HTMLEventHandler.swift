extension Rule {
  static let htmlEventHandler = Rule(
    id: "html-event-handler",
    severity: .warning,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "HTML in a feed has no event handlers",
    why: """
      They run code, so readers remove them, and some refuse the entry. A link that works by \
      onclick alone does nothing for subscribers.
      """,
    help: "Remove the attribute, and let links name their target in href.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-8.1",
    w3c: ["SecurityRiskAttr", "SecurityRisk"],
    examples: Examples(
      passing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<a href="https://example.org/">One</a>]]></description>"#
        ),
        .rssItem(
          #"<title>One</title><description><![CDATA[<p on-click="go">One</p>]]></description>"#
        ),
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<a href="https://example.org/" ↓onclick="go()">One</a>]]></description>"#
        ),
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b ↓onmouseover="go()">One</b></div></summary>"#
        ),
      ]
    )
  )
}
