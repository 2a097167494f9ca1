extension Rule {
  static let htmlUnfinished = Rule(
    id: "html-unfinished",
    severity: .warning,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "HTML does not end inside of a tag or a comment",
    why: """
      Readers drop the rest, or show half a tag. Mostly a text was cut to a length without \
      regard to its markup.
      """,
    help: """
      Cut texts between tags, or cut the text alone and leave the markup out.
      """,
    spec: "https://html.spec.whatwg.org/multipage/parsing.html#parse-error-eof-in-tag",
    w3c: ["NotHtml"],
    examples: Examples(
      passing: [
        .rssItem(#"<title>One</title><description><![CDATA[<p>One</p>]]></description>"#)
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[One ↓<a href="https://example.org/]]></description>"#
        ),
        .atomEntry(#"<summary type="html"><![CDATA[One ↓<!-- more]]></summary>"#),
      ]
    )
  )
}
