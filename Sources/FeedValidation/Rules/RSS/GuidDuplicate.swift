extension Rule {
  static let guidDuplicate = Rule(
    id: "guid-duplicate",
    severity: .error,
    formats: [.rss, .rdf],
    summary: "Every item has a guid of its own",
    why: """
      Readers show one item of those that share a guid, and some give up on guids for \
      the whole feed.
      """,
    help: "Give each item a guid of its own.",
    spec: "https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt",
    w3c: ["DuplicateValue"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><guid>https://example.org/1</guid>")
      ],
      failing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description><item><title>One</title><guid>https://example.org/1</guid></item><item><title>Two</title>↓<guid>https://example.org/1</guid></item></channel></rss>"
        )
      ]
    )
  )
}

/// Remembers a hash of each guid: a feed of a million items must not be held.
final class GuidDuplicateCheck: Check {
  let interests: [Interest] = [.element("", "guid"), .role(.rdfItem)]
  private var seen = SeenValues()

  func end(_ element: ElementRecord, _ context: CheckContext) {
    let isGuid = element.role == .plain
    let value =
      isGuid ? element.text : element.attribute("about", in: Vocabularies.rdf)?.value ?? ""
    guard !value.isEmpty, let first = seen.line(of: value, now: element.position.line) else {
      return
    }
    context.report(
      .guidDuplicate,
      isGuid
        ? "guid is the same as that of line \(first): \(Excerpt.quote(value))"
        : "rdf:about is the same as that of line \(first): \(Excerpt.quote(value))",
      at: element
    )
  }
}
