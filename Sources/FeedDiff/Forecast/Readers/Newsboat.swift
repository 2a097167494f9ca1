import FeedFormats
import FeedModel
import FeedSources

/// Newsboat (newsboat/newsboat).
///
/// Read: src/rssparser.cpp (get_guid) and rss/atomparser.cpp at 3102fc2, rss/rss09xparser.cpp at
/// b359faa, src/cache.cpp (update_rssitem_unlocked) at b8633ce.
///
/// The guid; else link and date, link, title. It is looked up across all feeds. The date is compared as
/// written; here its instant and offset stand for that. Known items are updated without a sign, unless
/// the subscriber asked for `reset-unread-on-update`.
struct Newsboat: ReaderRule {
  let name = "Newsboat"
  let source = ReaderSource(
    repository: "newsboat/newsboat",
    files: [
      "src/rssparser.cpp", "rss/rss09xparser.cpp", "rss/atomparser.cpp", "src/cache.cpp",
    ],
    seen: "3102fc2, b359faa, b8633ce",
    rule:
      "Items are known by guid in all feeds together, without guid by link and date, link or title. "
      + "Known ones are updated without a sign; reset-unread-on-update is off by default."
  )

  func reasonToStandBy(_ versions: ForecastVersions) -> String? { versions.reasonOfXMLReaders }

  func run(_ versions: ForecastVersions) -> ReaderRun {
    var reader = KeyedReader(versions, Self.keys)
    reader.watched = [.title, .link, .content, .authors, .attachments]
    return ReaderRun(
      outcomes: reader.run { _ in .newUnread }.outcomes,
      notes: Self.baseNotes(versions)
    )
  }

  private static func keys(of feed: FeedSnapshot) -> [IdentityKey?] {
    var writer = ReaderKeyWriter(feed)
    return feed.entries.map { entry in
      let id = feed.ownID(entry)
      if feed.isThere(id) {
        writer.add(id)
      } else if feed.isThere(entry.link) {
        writer.add(entry.link)
        if let date = entry.published {
          writer.add(date)
          writer.add(" \(date.offsetSeconds)")
        }
      } else {
        writer.add(entry.title)
      }
      return writer.finish()
    }
  }

  /// RSS guids that are permalinks are resolved against `xml:base` there, so that they change with it.
  private static func baseNotes(_ versions: ForecastVersions) -> [String] {
    let feed = versions.new
    guard !feed.kind.isAtom else { return [] }
    let count = feed.entries.count { entry in
      let id = feed.ownID(entry)
      guard feed.isThere(id), entry.link != id else { return false }
      return feed.texts.withBytes(id) { id in
        id.first == UInt8(ascii: "/")
          && feed.texts.withBytes(entry.link) { $0.suffix(id.count).elementsEqual(id) }
      }
    }
    guard count > 0 else { return [] }
    return [
      "Newsboat resolves guids that are permalinks against xml:base: \(count) relative "
        + (count == 1 ? "guid changes" : "guids change") + " with it."
    ]
  }
}
