extension Rule {
  static let itunesElementMissing = Rule(
    id: "itunes-element-missing",
    severity: .warning,
    formats: .xmlFeeds,
    summary: """
      A podcast has what Apple requires: explicit, category, image and language
      """,
    why: """
      Apple Podcasts refuses a show without them, and other directories follow its \
      rules.
      """,
    help: "Add the element to the channel.",
    spec: "https://podcasters.apple.com/support/823-podcast-requirements",
    w3c: ["MissingItunesElement"],
    examples: Examples(
      passing: [
        .rssChannel(
          "<language>en</language><itunes:explicit xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">false</itunes:explicit><itunes:category xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" text=\"Arts\"/><itunes:image xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" href=\"https://example.org/a.png\"/><itunes:owner xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><itunes:email>a@example.org</itunes:email></itunes:owner>"
        )
      ],
      failing: [
        .document(
          "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">↓<channel><title>T</title><link>https://example.org/</link><description>D</description><language>en</language><itunes:explicit>false</itunes:explicit><itunes:image href=\"https://example.org/a.png\"/></channel></rss>"
        ),
        .document(
          "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">↓<channel><title>T</title><link>https://example.org/</link><description>D</description><itunes:explicit>false</itunes:explicit><itunes:category text=\"Arts\"/><itunes:image href=\"https://example.org/a.png\"/></channel></rss>"
        ),
      ]
    )
  )
}

/// Looks for what Apple wants of a show, once an element of Apple’s is there. Owners are no longer
/// required; what is said of them is a rule of its own.
final class ITunesElementMissingCheck: Check {
  let interests: [Interest] = [
    .namespace(ITunesElementMissingCheck.itunes), .role(.channel), .role(.rdfChannel), .role(.feed),
    .role(.rss),
    .element("", "language"), .element("http://purl.org/dc/elements/1.1/", "language"),
    .element("", "enclosure"), .element(Vocabularies.atom, "link"),
  ]

  static let itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd"
  /// What Apple requires, and how it is written.
  private static let required = [
    ("explicit", "Add <itunes:explicit>false</itunes:explicit>, or true for explicit content."),
    (
      "category",
      "Add <itunes:category text=\"…\"/> with one of Apple's categories, such as “Arts”."
    ),
    (
      "image",
      "Add <itunes:image href=\"https://example.org/cover.jpg\"/>, a square of 1400 to 3000 pixels."
    ),
  ]

  private var isPodcast = false
  private var hasLanguage = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.namespace == Self.itunes || isEpisodeFile(element, context) { isPodcast = true }
    if element.name == "language" { hasLanguage = true }
    if element.attribute("lang", in: XMLFeedChecker.xml) != nil,
      [.rss, .channel, .feed].contains(element.role)
    {
      hasLanguage = true
    }
  }

  /// A feed that declares Apple's namespace and has sound or film means to be a podcast.
  private func isEpisodeFile(_ element: ElementRecord, _ context: CheckContext) -> Bool {
    guard context.declaresITunes, let type = element.attribute("type")?.value,
      type.hasPrefix("audio/") || type.hasPrefix("video/")
    else { return false }
    return element.name == "enclosure" || element.attribute("rel")?.value == "enclosure"
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard isPodcast, [.channel, .rdfChannel, .feed].contains(element.role) else { return }
    for (name, help) in Self.required where !element.has(name, in: Self.itunes) {
      context.report(
        .itunesElementMissing,
        "\(element.qualifiedName) has no itunes:\(name), which Apple requires",
        at: element,
        help: help
      )
    }
    if !hasLanguage {
      context.report(
        .itunesElementMissing,
        "\(element.qualifiedName) has no language, which Apple requires",
        at: element,
        help: element.role == .feed
          ? "Write xml:lang=\"en\" on feed, with the language's code."
          : "Add <language>en</language>, with the language's code."
      )
    }
    if !element.has("owner", in: Self.itunes) {
      context.report(
        .itunesOwnerMissing,
        "\(element.qualifiedName) has no itunes:owner with an email address",
        at: element
      )
    }
  }
}
