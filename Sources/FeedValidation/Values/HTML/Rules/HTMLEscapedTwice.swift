extension Rule {
  static let htmlEscapedTwice = Rule(
    id: "html-escaped-twice",
    severity: .warning,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "HTML is escaped once",
    why: """
      Readers undo one escaping only, and then show tags as text: “<p>Hello</p>”.
      """,
    help: """
      Escape the HTML once, or put it into a CDATA section without escaping it.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.2",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(#"<title>One</title><description>&lt;p&gt;One&lt;/p&gt;</description>"#)
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description>↓&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;</description>"#
        )
      ]
    )
  )
}
