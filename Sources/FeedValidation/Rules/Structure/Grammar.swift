extension Rule {
  static let grammar = Rule(
    id: "grammar",
    severity: .error,
    formats: .xml,
    summary: "The document is what the grammar of its format allows",
    why: """
      Besides the rules a grammar in RELAX NG is asked, which sees how elements and attributes \
      depend on each other. What it refuses, readers seldom take as it was meant.
      """,
    help: """
      Hold the element against the specification: what may stand in it, how often, and with which \
      attributes.
      """,
    spec: "https://relaxng.org/spec-20011203.html",
    examples: Examples(
      passing: [
        .rssChannel(
          """
          <itunes:category xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
          text="Society &amp; Culture"><itunes:category text="Documentary"/></itunes:category>
          """
        )
      ],
      failing: [
        .rssChannel(
          """
          <itunes:category xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
          text="Society &amp; Culture"><itunes:category text="Documentary">\
          ↓<itunes:category text="Philosophy"/></itunes:category></itunes:category>
          """
        )
      ]
    )
  )
}
