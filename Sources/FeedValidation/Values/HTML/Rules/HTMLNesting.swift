extension Rule {
  static let htmlNesting = Rule(
    id: "html-nesting",
    severity: .info,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "Each start tag has its end tag",
    why: """
      Readers that put entries into one page run what was not closed into the next entry, or \
      shift the layout. An end tag too many may close an element of the reader.
      """,
    help: """
      Add the missing tag, or remove the one too many. In HTML only void elements such as br \
      do without an end tag, and “/>” closes nothing.
      """,
    spec: "https://html.spec.whatwg.org/multipage/syntax.html#optional-tags",
    w3c: ["NotHtml"],
    examples: Examples(
      passing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p><b>One</b><br/></p>]]></description>"#
        )
      ],
      failing: [
        .rssItem(#"<title>One</title><description><![CDATA[<p>One ↓<b>bold</p>]]></description>"#),
        .atomEntry(#"<summary type="html"><![CDATA[<p>One</p>↓</div>]]></summary>"#),
      ]
    )
  )
}
