import FeedFormats
import FeedModel
import FeedSources

/// Tiny Tiny RSS (tt-rss/tt-rss).
///
/// Read: classes/RSSUtils.php at af22bbe (update_rss_feed, calculate_article_hash,
/// make_guid_from_title), classes/FeedItem_RSS.php and FeedItem_Atom.php at a2343ee.
///
/// The guid, else the link, else the title in small letters with dashes; per user, whatever the feed.
/// What has none is left out. Known articles are updated when a hash of link, title, text without tags,
/// authors, tags, enclosures and date differs: without a sign, unless the subscriber asked for updated
/// articles to be marked unread. Of entries with one key the last one's text stays.
struct TinyTinyRSS: ReaderRule {
  let name = "Tiny Tiny RSS"
  let source = ReaderSource(
    repository: "tt-rss/tt-rss",
    files: ["classes/RSSUtils.php", "classes/FeedItem_RSS.php", "classes/FeedItem_Atom.php"],
    seen: "af22bbe, a2343ee",
    rule:
      "Articles are known by guid, else by link or title, in all of a user's feeds together. Known "
      + "ones are updated without a sign; marking updated articles unread is off by default."
  )

  func reasonToStandBy(_ versions: ForecastVersions) -> String? { versions.reasonOfXMLReaders }

  func run(_ versions: ForecastVersions) -> ReaderRun {
    var reader = KeyedReader(versions, Self.keys)
    reader.kept = .last
    let date: FieldSet = versions.new.kind.isAtom ? .updated : .published
    let watched: FieldSet = [.title, .link, .authors, .tags, .attachments, date]
    let run = reader.run { _ in
      .newUnread
    } update: { before, index in
      let changes = versions.changes(before, index)
      let isUpdated =
        !changes.isDisjoint(with: watched)
        || changes.contains(.content) && !versions.isMarkupOnly(before, index)
      return isUpdated ? .updatedSilently : .unchanged
    }
    return ReaderRun(outcomes: run.outcomes)
  }

  private static func keys(of feed: FeedSnapshot) -> [IdentityKey?] {
    var keys = feed.idOrLinkKeys()
    var writer = ReaderKeyWriter(feed)
    for index in keys.indices where keys[index] == nil {
      guard let title = feed.texts[feed.entries[index].title], !title.isEmpty else { continue }
      writer.add(slug(title))
      keys[index] = writer.finish()
    }
    return keys
  }

  private static func slug(_ title: String) -> String {
    String(title.lowercased().map { #" "',.:;"#.contains($0) ? "-" : $0 })
  }
}
