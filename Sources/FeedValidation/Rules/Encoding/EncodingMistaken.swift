extension Rule {
  static let encodingMistaken = Rule(
    id: "encoding-mistaken",
    severity: .warning,
    formats: .xml,
    summary: "A feed in UTF-8 does not declare another encoding",
    why: "Its accented letters come out as two or three wrong ones each.",
    help: "Declare utf-8.",
    spec: "https://www.w3.org/TR/xml/#charencoding",
    w3c: ["BadCharacters", "UnicodeError"],
    examples: Examples(
      passing: [
        .document(
          """
          <?xml version="1.0" encoding="utf-8"?>
          <rss version="2.0"><channel><title>Café</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ],
      failing: [
        .document(
          """
          <?xml version="1.0" encoding="iso-8859-1"?>
          <rss version="2.0"><channel><title>Caf↓é</title><link>https://example.org/</link><description>D</description></channel></rss>
          """
        )
      ]
    )
  )
}
