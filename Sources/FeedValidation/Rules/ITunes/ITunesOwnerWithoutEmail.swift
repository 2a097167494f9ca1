extension Rule {
  static let itunesOwnerWithoutEmail = Rule(
    id: "itunes-owner-without-email",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The owner of a podcast has a mail address",
    why: """
      Directories send a code to the owner's address before they let anybody manage a show. An owner \
      without one is of no use.
      """,
    help: "Add <itunes:email>you@example.org</itunes:email>, or remove itunes:owner.",
    spec: "https://podcasters.apple.com/support/823-podcast-requirements",
    w3c: ["MissingElement", "MissingItunesEmail"],
    examples: Examples(
      passing: [.rssChannel(owner("<itunes:email>jane@example.org</itunes:email>", mark: ""))],
      failing: [.rssChannel(owner("<itunes:name>Jane</itunes:name>", mark: "↓"))]
    )
  )

  private static func owner(_ content: String, mark: String) -> String {
    """
    \(mark)<itunes:owner xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\(content)\
    </itunes:owner>
    """
  }
}
