extension ValueType {
  /// The `itunes:summary` of a show or episode. Apple Podcasts once showed its links; others never
  /// read it as HTML.
  static let podcastSummary = ValueType.atMost(4000).and(
    ValueType("plain text") { value, _, report in
      MisdecodedText.check(value, report)
      guard value.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return }
      guard let markup = MarkupScan(value).certain else { return }
      report(
        ValueFinding(
          .itunesSummaryMarkup,
          "contains \(value[markup.lowerBound] == 0x26 ? "an HTML reference" : "HTML"): "
            + Excerpt.quote(value[markup]),
          at: markup.lowerBound
        )
      )
    }
  )
}

extension Rule {
  /// Summaries are plain text.
  static let itunesSummaryMarkup = Rule(
    id: "itunes-summary-markup",
    severity: .info,
    formats: .xmlFeeds,
    summary: "The summary for podcast apps is plain text",
    why: """
      Some apps show the tags and references of itunes:summary as they are written. Apple takes \
      HTML from description.
      """,
    help: "Write plain text, and what needs markup into description.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    w3c: ["ContainsHTML"],
    examples: Examples(
      passing: [.rssItem(item("Two friends talk about bees &amp; honey."))],
      failing: [.rssItem(item("Two friends talk about ↓&lt;b&gt;bees&lt;/b&gt;."))]
    )
  )

  private static func item(_ summary: String) -> String {
    """
    <title>One</title><itunes:summary xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\
    \(summary)</itunes:summary>
    """
  }
}
