import FeedFormats
import FeedModel
import FeedSources

/// CommaFeed (Athou/commafeed).
///
/// Read, below commafeed-server/src/main/java/com/commafeed: backend/feed/parser/FeedParser.java at
/// 1388fba, backend/feed/FeedRefreshWorker.java at d5c41a5, FeedRefreshUpdater.java at e54151d,
/// backend/service/FeedEntryService.java at e00828a, CommaFeedConfiguration.java (defaults); ROME's
/// ConverterForRSS094.java at f2b16c1.
///
/// The guid, else the link; what has neither is left out. The newest 500 entries that are younger than
/// 365 days are taken; no date is now. What is known is never updated.
struct CommaFeed: ReaderRule {
  let name = "CommaFeed"
  let source = ReaderSource(
    repository: "Athou/commafeed",
    files: [
      "backend/feed/parser/FeedParser.java", "backend/feed/FeedRefreshWorker.java",
      "backend/feed/FeedRefreshUpdater.java", "CommaFeedConfiguration.java",
    ],
    seen: "1388fba, d5c41a5, e54151d",
    rule:
      "Entries are known by guid, else by link, and never updated. Only the newest 500 that are "
      + "younger than a year are taken."
  )

  private static let greatestAge: Int64 = 365
  private static let capacity = 500

  func reasonToStandBy(_ versions: ForecastVersions) -> String? { versions.reasonOfXMLReaders }

  func run(_ versions: ForecastVersions) -> ReaderRun {
    var reader = KeyedReader(versions) { $0.idOrLinkKeys() }
    reader.kept = .newest
    reader.prefersKnown = true
    let isTaken = Self.taken(versions)
    var stale = 0
    let seen: FieldSet = [.title, .link, .content, .authors, .tags, .attachments]
    let run = reader.run { index in
      isTaken[index] ? .newUnread : .hidden
    } update: { before, index in
      if !versions.changes(before, index).isDisjoint(with: seen) { stale += 1 }
      return .unchanged
    }
    let notes =
      stale == 0
      ? []
      : [
        "CommaFeed never updates entries: \(stale) changed "
          + (stale == 1 ? "entry stays as it was." : "entries stay as they were.")
      ]
    return ReaderRun(outcomes: run.outcomes, notes: notes)
  }

  /// Which entries of the new version it looks at.
  private static func taken(_ versions: ForecastVersions) -> [Bool] {
    let entries = versions.new.entries
    var isTaken = entries.map { !versions.isOlder($0.published, thanDays: greatestAge) }
    guard entries.count > capacity else { return isTaken }
    let byDate = entries.indices.sorted { left, right in
      let dates = (
        entries[left].published ?? versions.now, entries[right].published ?? versions.now
      )
      return dates.0 == dates.1 ? left < right : dates.0 > dates.1
    }
    for index in byDate[capacity...] { isTaken[index] = false }
    return isTaken
  }
}
