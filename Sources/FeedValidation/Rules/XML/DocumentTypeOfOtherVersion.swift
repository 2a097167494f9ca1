extension Rule {
  static let documentTypeOfOtherVersion = Rule(
    id: "document-type-of-other-version",
    severity: .error,
    formats: .rss,
    summary: "Netscape’s document type is for RSS 0.91 only",
    why: """
      The DTD knows the elements of RSS 0.91 only: a parser that validates refuses whatever is newer.
      """,
    help: "Remove the declaration.",
    spec: "https://www.rssboard.org/rss-0-9-1-netscape",
    w3c: ["InvalidDoctype"],
    examples: Examples(
      passing: [
        .document(
          "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://www.rssboard.org/rss-0.91.dtd\"><rss version=\"0.91\"><channel><title>T</title><link>https://example.org/</link><description>D</description><language>en</language></channel></rss>"
        )
      ],
      failing: [
        .document(
          "↓<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://www.rssboard.org/rss-0.91.dtd\"><rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ]
    )
  )
}
