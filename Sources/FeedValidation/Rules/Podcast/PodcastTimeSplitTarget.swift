extension Rule {
  static let podcastTimeSplitTarget = Rule(
    id: "podcast-time-split-target",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "A time split goes either to another show’s item or to recipients",
    why: """
      Apps send the payments of that time to whoever stands in the split; with none or \
      both they do not know whom.
      """,
    help: """
      Put one podcast:remoteItem into the split, or podcast:valueRecipient elements.
      """,
    spec:
      "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/value-time-split.md",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><podcast:value xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" type=\"lightning\" method=\"keysend\"><podcast:valueRecipient type=\"node\" address=\"a1\" split=\"100\"/><podcast:valueTimeSplit startTime=\"60\" duration=\"30\"><podcast:remoteItem feedGuid=\"917393e3-1b1e-5cef-ace4-edaa54e1f810\"/></podcast:valueTimeSplit></podcast:value>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><podcast:value xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" type=\"lightning\" method=\"keysend\"><podcast:valueRecipient type=\"node\" address=\"a1\" split=\"100\"/>↓<podcast:valueTimeSplit startTime=\"60\" duration=\"30\"/></podcast:value>"
        )
      ]
    )
  )
}

/// Counts what stands in time splits.
final class PodcastTimeSplitTargetCheck: Check {
  let interests: [Interest] = [.element(PodcastGuidInvalidCheck.podcast, "valueTimeSplit")]

  func end(_ element: ElementRecord, _ context: CheckContext) {
    let items = element.count(of: "remoteItem")
    let recipients = element.count(of: "valueRecipient")
    let complaint: String
    switch (items, recipients) {
    case (1, 0), (0, 1...): return
    case (0, _): complaint = "has neither a remoteItem nor a valueRecipient"
    case (_, 0): complaint = "has \(items) remoteItem elements where one belongs"
    default: complaint = "has both a remoteItem and a valueRecipient"
    }
    context.report(.podcastTimeSplitTarget, "\(element.qualifiedName) \(complaint)", at: element)
  }
}
