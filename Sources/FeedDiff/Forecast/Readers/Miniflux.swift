import FeedFormats
import FeedModel
import FeedSources

/// Miniflux (miniflux/v2).
///
/// Read: internal/reader/rss/adapter.go as of 2026 (the key of repeated guids) and at 003f1f1,
/// internal/reader/atom/atom_10_adapter.go and internal/reader/json/adapter.go at 06281cb,
/// internal/storage/entry.go at 703f113 (RefreshFeedEntries).
///
/// RSS: the guid; where a guid comes again, it with the link, or with a number; without guid the link;
/// without both title and content. Atom: id, else link. JSON Feed: id, url, texts. What has a key that
/// is known is updated without a sign; everything else is unread, however old it is.
struct Miniflux: ReaderRule {
  let name = "Miniflux"
  let source = ReaderSource(
    repository: "miniflux/v2",
    files: [
      "internal/reader/rss/adapter.go", "internal/reader/atom/atom_10_adapter.go",
      "internal/reader/json/adapter.go", "internal/storage/entry.go",
    ],
    seen: "003f1f1, 06281cb, 703f113; rss/adapter.go also as of 2026",
    rule:
      "Entries are known by guid or id, else by link, else by their texts; of several RSS items "
      + "with one guid the later ones by guid and link. Known ones are updated without a sign."
  )

  func run(_ versions: ForecastVersions) -> ReaderRun {
    var reader = KeyedReader(versions, Self.keys)
    reader.watched = [.title, .link, .content, .authors, .tags, .attachments]
    return ReaderRun(outcomes: reader.run { _ in .newUnread }.outcomes)
  }

  private static func keys(of feed: FeedSnapshot) -> [IdentityKey?] {
    let tellsRepeatedIDsApart = !feed.kind.isJSON && !feed.kind.isAtom
    var writer = ReaderKeyWriter(feed)
    var seen: [IdentityKey: Int] = [:]
    return feed.entries.map { entry in
      let id = feed.ownID(entry)
      guard feed.isThere(id) else { return keyWithoutID(of: entry, feed, &writer) }
      writer.add(id)
      let key = writer.finish()
      guard tellsRepeatedIDsApart else { return key }
      let count = seen[key, default: 0]
      seen[key] = count + 1
      guard count > 0 else { return key }
      writer.add(id)
      writer.add("|")
      if feed.isThere(entry.link) { writer.add(entry.link) } else { writer.add(String(count)) }
      return writer.finish()
    }
  }

  private static func keyWithoutID(
    of entry: Entry,
    _ feed: FeedSnapshot,
    _ writer: inout ReaderKeyWriter
  ) -> IdentityKey {
    if feed.isThere(entry.link) {
      writer.add(entry.link)
    } else if !feed.kind.isAtom {
      if !feed.kind.isJSON { writer.add(entry.title) }
      writer.add(entry.fields.content)
      writer.add(entry.fields.summary)
    }
    return writer.finish()
  }
}
