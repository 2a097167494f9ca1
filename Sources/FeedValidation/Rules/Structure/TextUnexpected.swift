extension Rule {
  static let textUnexpected = Rule(
    id: "text-unexpected",
    severity: .error,
    formats: .xml,
    summary: "Between elements stands nothing but white space",
    why: "Readers drop the text, or take it for part of an element beside it.",
    help: "Remove the text, or give it an element.",
    spec: "https://www.rssboard.org/rss-specification#whatIsRss",
    w3c: ["UnexpectedText"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title>")
      ],
      failing: [
        .rssItem("<title>One</title> ↓and more")
      ]
    )
  )
}
