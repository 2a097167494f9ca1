extension Rule {
  static let xmlNotWellFormed = Rule(
    id: "xml-not-well-formed",
    severity: .error,
    formats: .xml,
    summary: "An XML feed is well-formed",
    why: """
      Readers with a strict XML parser show nothing of a feed that is not; others \
      guess.
      """,
    help: """
      Mend the markup at this place; what a program writes with an XML library is \
      well-formed.
      """,
    spec: "https://www.w3.org/TR/xml/#sec-well-formed",
    w3c: ["SAXError"],
    examples: Examples(
      passing: [
        .rssItem("<title>Q&amp;A</title>")
      ],
      failing: [
        .rssItem("<title>Q↓&A</title>")
      ]
    )
  )
}
