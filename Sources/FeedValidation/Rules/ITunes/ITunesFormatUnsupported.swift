extension Rule {
  static let itunesFormatUnsupported = Rule(
    id: "itunes-format-unsupported",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "An episode is a file that Apple can play",
    why: """
      Apple Podcasts takes M4A, MP3, MOV, MP4, M4V and PDF, and shows no episode for \
      other files.
      """,
    help: "Publish the episode as MP3 or M4A, and name the file so.",
    spec: "https://podcasters.apple.com/support/823-podcast-requirements",
    w3c: ["UnsupportedItunesFormat"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><enclosure url=\"https://example.org/a.mp3\" length=\"1\" type=\"audio/mpeg\"/><itunes:duration xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">60</itunes:duration>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><enclosure url=\"↓https://example.org/a.wmv\" length=\"1\" type=\"video/x-ms-wmv\"/><itunes:duration xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">60</itunes:duration>"
        )
      ]
    )
  )
}

/// Looks at the enclosures of items that have elements of Apple’s.
final class ITunesFormatUnsupportedCheck: Check {
  let interests: [Interest] = [
    .namespace(ITunesElementMissingCheck.itunes), .element("", "enclosure"),
    .element(Vocabularies.atom, "link"), .role(.item), .role(.entry),
  ]

  private static let extensions: Set<String> = ["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"]

  private var isPodcast = false
  private var enclosures: [(ElementRecord, ElementRecord.Attribute)] = []

  func start(_ element: ElementRecord, _ context: CheckContext) {
    switch element.role {
    case .item, .entry:
      isPodcast = false
      enclosures.removeAll()
    default:
      guard [.item, .entry].contains(element.parentRole) else { return }
      if element.namespace == ITunesElementMissingCheck.itunes {
        isPodcast = true
      } else if element.name == "enclosure", let url = element.attribute("url") {
        enclosures.append((element, url))
      } else if let rel = element.attribute("rel"), LinkRelation.short(rel.value) == "enclosure",
        let url = element.attribute("href")
      {
        enclosures.append((element, url))
      }
    }
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.role == .item || element.role == .entry else { return }
    defer { enclosures.removeAll() }
    guard isPodcast else { return }
    for (enclosure, url) in enclosures {
      // What has no extension leads to a redirect or a stream, and its type counts.
      guard let ending = FileExtension.of(url.value), !Self.extensions.contains(ending) else {
        continue
      }
      context.report(
        .itunesFormatUnsupported,
        "\(url.qualifiedName) of \(enclosure.qualifiedName) ends with .\(ending), which Apple does not play",
        at: enclosure,
        position: url.position,
        attribute: url.qualifiedName
      )
    }
  }
}
