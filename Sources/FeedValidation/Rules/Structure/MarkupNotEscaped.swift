extension Rule {
  static let markupNotEscaped = Rule(
    id: "markup-not-escaped",
    severity: .error,
    formats: .xml,
    summary: "Markup inside of text is escaped",
    why: """
      Elements there belong to the feed, not to the text: readers show the text \
      without them, cut it off where they begin, or refuse the feed.
      """,
    help: "Escape the markup (&lt;p&gt;) or put it into a CDATA section.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.2",
    w3c: ["NotEscaped", "UndefinedElement"],
    examples: Examples(
      passing: [
        .rssItem("<description>&lt;b&gt;One&lt;/b&gt;</description>")
      ],
      failing: [
        .rssItem("<description>Number ↓<b>one</b></description>"),
        .atomEntry("<summary type=\"html\">Number ↓<b>one</b></summary>"),
      ]
    )
  )
}
