import FeedDiff
import FeedModel
import FeedPublishing
import FeedSources

/// The feeds of a site before and after builds.
struct BuildVersions {
  /// What is compared, for a page's title.
  let title: String
  private(set) var pairs: [VersionPairs.Pair] = []

  /// - Parameter since: A build's number or a date; nil for what the last build changed.
  init(_ history: SiteHistory, since: String?) throws(SourceProblem) {
    let builds = try history.builds()
    guard let last = builds.first else {
      throw SourceProblem(
        path: history.path,
        message: "there is no build in the history yet",
        help: "`tidings build` begins one"
      )
    }
    let first: BuildHistory.Build?
    if let since {
      first = try HistoryReference.build(since, among: builds)
    } else {
      first = builds.dropFirst().first
    }
    title = "Build \(first.map { String($0.id) } ?? "0") → \(last.id)"
    let before = try history.feeds(after: first?.id)
    let after = try history.feeds(after: last.id)
    for path in Set(before.keys).union(after.keys).sorted() {
      pairs.append(
        VersionPairs.Pair(
          name: path,
          old: before[path].map { .recorded($0, name: path) },
          new: after[path].map { .recorded($0, name: path) }
        )
      )
    }
  }
}
