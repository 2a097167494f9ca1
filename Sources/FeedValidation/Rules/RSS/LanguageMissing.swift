extension Rule {
  static let languageMissing = Rule(
    id: "language-missing",
    severity: .info,
    formats: .xmlFeeds,
    summary: "A feed names its language",
    why: """
      Readers choose fonts, hyphenation and voices by it, and directories their \
      category.
      """,
    help: """
      Add <language>en</language>, with the code of your language; in Atom xml:lang to feed.
      """,
    spec: "https://www.rssboard.org/rss-profile#element-channel-language",
    w3c: ["MissingDCLanguage"],
    examples: Examples(
      passing: [
        .rssChannel("<language>en</language>")
      ],
      failing: [
        .document(
          "<rss version=\"2.0\">↓<channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ]
    )
  )
}

/// Looks at the channel's end.
final class LanguageMissingCheck: Check {
  let interests: [Interest] = [
    .role(.channel), .role(.rdfChannel), .role(.rss), .role(.rdf), .role(.feed),
    .element(Vocabularies.atom, "title"),
  ]
  private var hasXMLLanguage = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.attribute("lang", in: XMLFeedChecker.xml) != nil { hasXMLLanguage = true }
  }

  func end(_ channel: ElementRecord, _ context: CheckContext) {
    guard !hasXMLLanguage else { return }
    if channel.role == .feed {
      context.report(.languageMissing, "feed names no language", at: channel)
      return
    }
    guard channel.role == .channel || channel.role == .rdfChannel,
      !channel.has("language"), !channel.has("language", in: "http://purl.org/dc/elements/1.1/")
    else { return }
    context.report(.languageMissing, "channel names no language", at: channel)
  }
}
