extension Rule {
  static let htmlElementUnknown = Rule(
    id: "html-element-unknown",
    severity: .warning,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "What looks like a tag is a tag of HTML",
    why: """
      Readers remove tags that they do not know: of “std::vector<int>” and “<me@example.org>” \
      nothing is left but what stands around the brackets.
      """,
    help: """
      Escape a < that is meant as a character (&lt;), or correct the name of the element.
      """,
    spec: "https://html.spec.whatwg.org/multipage/indices.html#elements-3",
    w3c: ["NotHtml"],
    examples: Examples(
      passing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p>std::vector&lt;int&gt;</p>]]></description>"#
        )
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p>std::vector↓<integer></p>]]></description>"#
        ),
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">↓<paragraph>One</paragraph></div></summary>"#
        ),
      ]
    )
  )
}
