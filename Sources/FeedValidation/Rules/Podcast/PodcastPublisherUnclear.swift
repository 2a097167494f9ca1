extension Rule {
  static let podcastPublisherUnclear = Rule(
    id: "podcast-publisher-unclear",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "A podcast’s publisher is one feed of medium publisher",
    why: """
      Apps link a show to its publisher’s page only if the reference says so.
      """,
    help: """
      Put one podcast:remoteItem with medium=\"publisher\" into podcast:publisher.
      """,
    spec: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/publisher.md",
    w3c: [],
    examples: Examples(
      passing: [
        .rssChannel(
          "<podcast:publisher xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><podcast:remoteItem feedGuid=\"917393e3-1b1e-5cef-ace4-edaa54e1f810\" medium=\"publisher\"/></podcast:publisher>"
        )
      ],
      failing: [
        .rssChannel(
          "<podcast:publisher xmlns:podcast=\"https://podcastindex.org/namespace/1.0\">↓<podcast:remoteItem feedGuid=\"917393e3-1b1e-5cef-ace4-edaa54e1f810\"/></podcast:publisher>"
        )
      ]
    )
  )
}

/// Looks at what stands in publishers.
final class PodcastPublisherUnclearCheck: Check {
  let interests: [Interest] = [
    .element(PodcastGuidInvalidCheck.podcast, "publisher"),
    .element(PodcastGuidInvalidCheck.podcast, "remoteItem"),
  ]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard element.name == "remoteItem", element.parentName == "publisher",
      element.attribute("medium")?.value != "publisher"
    else { return }
    context.report(
      .podcastPublisherUnclear,
      "\(element.qualifiedName) of the publisher is not of medium “publisher”",
      at: element
    )
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.name == "publisher", element.count(of: "remoteItem") > 1 else { return }
    context.report(
      .podcastPublisherUnclear,
      "\(element.qualifiedName) has more than one remoteItem",
      at: element
    )
  }
}
