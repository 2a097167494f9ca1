import FeedDiff
import FeedModel
import FeedPublishing
import FeedValidation

/// A build, as a line for a person.
enum BuildLine {
  /// `   12  2026-06-01 12:00  feed.xml and 2 others: 1 added`
  static func text(_ build: BuildHistory.Build) -> String {
    let number = String(build.id)
    let indent = String(repeating: " ", count: max(0, 5 - number.utf8.count))
    let date = RFC3339.string(build.made.utc).prefix(16).replacing("T", with: " ")
    return "\(indent)\(number)  \(date)  \(changes(of: build))"
  }

  /// `feed.xml and 2 others: 1 added`, the feeds with the same changes together.
  private static func changes(of build: BuildHistory.Build) -> String {
    var groups: [(summary: FeedDifference.Summary, feeds: [String])] = []
    for (feed, summary) in build.changes {
      let words = summary.words
      if let index = groups.firstIndex(where: { $0.summary.words == words }) {
        groups[index].feeds.append(feed)
      } else {
        groups.append((summary, [feed]))
      }
    }
    if groups.isEmpty { return "a feed is gone" }
    return groups.map { group in
      let others = group.feeds.count - 1
      let more = others == 0 ? "" : " and \(Amounts.counted(others, "other", "others"))"
      return "\(TerminalStyle.harmless(group.feeds[0]))\(more): \(group.summary.words)"
    }.joined(separator: "; ")
  }
}
