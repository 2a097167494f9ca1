extension Rule {
  static let documentTypeRetired = Rule(
    id: "document-type-retired",
    severity: .error,
    formats: .rss,
    summary: "A document type is still where it is said to be",
    why: """
      Netscape took its DTD for RSS 0.91 down in 2001 and 2007, and parsers that load it broke. The \
      RSS Advisory Board keeps a copy.
      """,
    help: "Name http://www.rssboard.org/rss-0.91.dtd, or remove the declaration.",
    spec: "https://www.rssboard.org/rss-0-9-1-netscape",
    w3c: ["DeprecatedDTD"],
    examples: Examples(
      passing: [
        .document(
          "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://www.rssboard.org/rss-0.91.dtd\"><rss version=\"0.91\"><channel><title>T</title><link>https://example.org/</link><description>D</description><language>en</language></channel></rss>"
        )
      ],
      failing: [
        .document(
          "↓<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\"><rss version=\"0.91\"><channel><title>T</title><link>https://example.org/</link><description>D</description><language>en</language></channel></rss>"
        )
      ]
    )
  )
}
