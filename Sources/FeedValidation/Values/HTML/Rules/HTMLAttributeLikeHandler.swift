extension Rule {
  static let htmlAttributeLikeHandler = Rule(
    id: "html-attribute-like-handler",
    severity: .info,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "Attributes of HTML that begin like event handlers are event handlers",
    why: """
      No browser knows the attribute, so it runs nothing. But readers that remove whatever begins \
      with “on” remove it as well.
      """,
    help: "Give attributes of your own names that begin with “data-”.",
    spec:
      "https://html.spec.whatwg.org/multipage/dom.html#embedding-custom-non-visible-data-with-the-data-*-attributes",
    w3c: ["SecurityRiskAttr", "SecurityRisk"],
    examples: Examples(
      passing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p data-onboarding="1" on-click="go">One</p>]]></description>"#
        )
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p ↓onboarding="1">One</p>]]></description>"#
        ),
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b ↓onboarding="1">One</b></div></summary>"#
        ),
      ]
    )
  )
}
