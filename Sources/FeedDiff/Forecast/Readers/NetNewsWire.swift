import FeedFormats
import FeedModel
import FeedSources

/// NetNewsWire (Ranchero-Software/NetNewsWire), accounts that fetch feeds themselves.
///
/// Read: Modules/RSParser/Sources/RSParser/Feeds/UniqueIDCalculator.swift at 9402655,
/// XML/RSSItem.swift at 41cab35, JSON/JSONFeedParser.swift at 8561faa, Modules/ArticlesDatabase/…/
/// ArticlesTable.swift at fb1b901, Articles' `calculatedArticleID`; issue #5311 (June 2026, version
/// 7.0.6) for what is older than six months.
///
/// A hash of the feed's address and the guid; without guid of the first of link and date, title and
/// date, date, link, title, body. JSON Feed items without content are left out. Known articles are
/// updated without a sign; of new ones those older than 183 days count as read.
struct NetNewsWire: ReaderRule {
  let name = "NetNewsWire"
  let source = ReaderSource(
    repository: "Ranchero-Software/NetNewsWire",
    files: [
      "Modules/RSParser/Sources/RSParser/Feeds/UniqueIDCalculator.swift",
      "Modules/RSParser/Sources/RSParser/Feeds/JSON/JSONFeedParser.swift",
      "Modules/ArticlesDatabase/Sources/ArticlesDatabase/ArticlesTable.swift", "issue #5311",
    ],
    seen: "9402655, 8561faa, fb1b901; 7.0.6 for the age",
    rule:
      "Articles are known by the feed's address and the guid, without guid by link, title and date. "
      + "Known ones are updated without a sign; new ones older than half a year count as read."
  )

  /// Half a year, in days.
  static let readAge: Int64 = 183

  func run(_ versions: ForecastVersions) -> ReaderRun {
    var reader = KeyedReader(versions, Self.keys)
    reader.watched = [.title, .link, .content, .published, .updated, .authors, .attachments]
    let run = reader.run { index in
      versions.isOlder(versions.new.entries[index].published, thanDays: Self.readAge)
        ? .newRead : .newUnread
    }
    return ReaderRun(outcomes: run.outcomes, notes: versions.addressNotes(name))
  }

  private static func keys(of feed: FeedSnapshot) -> [IdentityKey?] {
    var writer = ReaderKeyWriter(feed)
    return feed.entries.map { entry in
      let id = feed.ownID(entry)
      if feed.kind.isJSON, !feed.isThere(id) || entry.fields.content == Fingerprint.none {
        return nil
      }
      if feed.isThere(id) {
        writer.add(id)
        return writer.finish()
      }
      // The others are hashed by themselves first, so that none is the same as a guid.
      writer.add("md5 ")
      if let date = entry.published {
        writer.add(feed.isThere(entry.link) ? entry.link : entry.title)
        writer.add(date)
      } else if feed.isThere(entry.link) {
        writer.add(entry.link)
      } else if feed.isThere(entry.title) {
        writer.add(entry.title)
      } else {
        writer.add(entry.fields.content)
      }
      return writer.finish()
    }
  }
}
