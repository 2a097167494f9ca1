extension Rule {
  static let itunesEpisodeWithoutFile = Rule(
    id: "itunes-episode-without-file",
    severity: .info,
    formats: .xmlFeeds,
    summary: "An item that is described as an episode has a file to play",
    why: """
      Podcast apps pass over items without an enclosure: the duration, the number and the type of \
      the episode are shown nowhere.
      """,
    help: "Add the enclosure, or leave out what describes the episode.",
    spec: "https://podcasters.apple.com/support/823-podcast-requirements",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><enclosure url=\"https://example.org/1.mp3\" length=\"1\" type=\"audio/mpeg\"/>"
            + duration("")
        )
      ],
      failing: [.rssItem("<title>One</title>" + duration("↓"))]
    )
  )

  private static func duration(_ mark: String) -> String {
    """
    \(mark)<itunes:duration xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">60\
    </itunes:duration>
    """
  }
}

/// Looks for files in items that are described as episodes.
final class ITunesEpisodeWithoutFileCheck: Check {
  let interests: [Interest] = [
    .role(.item), .role(.entry),
    .element(ITunesElementMissingCheck.itunes, "duration"),
    .element(ITunesElementMissingCheck.itunes, "episode"),
    .element(ITunesElementMissingCheck.itunes, "episodeType"),
    .element("", "enclosure"), .element(Vocabularies.atom, "link"),
    .element("http://search.yahoo.com/mrss/", "content"),
    .element("https://podcastindex.org/namespace/1.0", "alternateEnclosure"),
  ]

  private var description: Finding?
  private var hasFile = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    switch (element.namespace, element.name) {
    case (_, "item"), (_, "entry"):
      description = nil
      hasFile = false
    case (Vocabularies.atom, "link"):
      if element.attribute("rel")?.value == "enclosure" { hasFile = true }
    case (ITunesElementMissingCheck.itunes, _):
      guard description == nil else { return }
      description = Finding(
        rule: .itunesEpisodeWithoutFile,
        message: "\(element.parentName) has \(element.qualifiedName), but no enclosure",
        position: element.position,
        element: element.qualifiedName
      )
    default: hasFile = true
    }
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.role == .item || element.role == .entry, !hasFile, let description else { return }
    context.report(description)
    self.description = nil
  }
}
