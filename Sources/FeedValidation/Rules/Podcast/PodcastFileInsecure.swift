extension Rule {
  static let podcastFileInsecure = Rule(
    id: "podcast-file-insecure",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Transcripts and chapters are served over https",
    why: """
      The namespace wants it, and apps on phones and in browsers load nothing else.
      """,
    help: "Serve the file over https and write its address so.",
    spec: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><podcast:transcript xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" url=\"https://example.org/1.srt\" type=\"application/x-subrip\"/>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><podcast:transcript xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" url=\"↓http://example.org/1.srt\" type=\"application/x-subrip\"/>"
        )
      ]
    )
  )
}

/// Looks at the addresses of text files.
final class PodcastFileInsecureCheck: Check {
  let interests: [Interest] = [
    .element(PodcastGuidInvalidCheck.podcast, "transcript"),
    .element(PodcastGuidInvalidCheck.podcast, "chapters"),
  ]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard let address = element.attribute("url"),
      address.value.lowercased().hasPrefix("http://")
    else { return }
    context.report(
      .podcastFileInsecure,
      "url of \(element.qualifiedName) is http, not https",
      at: element,
      position: address.position,
      attribute: "url"
    )
  }
}
