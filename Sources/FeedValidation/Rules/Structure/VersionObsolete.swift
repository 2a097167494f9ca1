extension Rule {
  static let versionObsolete = Rule(
    id: "version-obsolete",
    severity: .warning,
    formats: [.atom, .opml],
    summary: "The format is one that is still in use",
    why: "Fewer readers understand it each year.",
    help: "Write the version that replaced it.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-1.2",
    w3c: ["ObsoleteVersion", "ObsoleteNamespace"],
    examples: Examples(
      passing: [
        .atomFeed("<rights>All mine</rights>")
      ],
      failing: [
        .document(
          "↓<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>T</title><modified>2003-12-13T18:30:02Z</modified><link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/\"/><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}
