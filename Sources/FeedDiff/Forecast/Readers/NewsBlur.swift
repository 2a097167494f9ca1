import FeedFormats
import FeedModel
import FeedSources

/// NewsBlur (samuelclay/NewsBlur).
///
/// Read: apps/rss_feeds/models.py (add_update_stories, _exists_story, unread_cutoff) and
/// utils/feed_fetcher.py (ProcessFeed) as of 2025.
///
/// The guid, else the link, else the date; if all stories of a feed have one guid, the link. An unknown
/// story is one of the last 30 days that is no longer in the feed if the titles are alike by 0.75 or
/// more, the dates less than two days apart, and the contents, of more than 1000 characters (20 if link
/// and title are the same), alike by more than 0.98: its read state is kept. New stories older than 30
/// days are not unread. Known stories are updated without a sign, if title and date are still alike.
///
/// Likeness is estimated here, and looked for only where the diff found the entry to be that story.
struct NewsBlur: ReaderRule {
  let name = "NewsBlur"
  let source = ReaderSource(
    repository: "samuelclay/NewsBlur",
    files: ["apps/rss_feeds/models.py", "utils/feed_fetcher.py"],
    seen: "2025",
    rule:
      "Stories are known by guid, else by link. An unknown one is a story of the last 30 days if "
      + "title, date and a content of more than 1000 characters are nearly the same. New ones older than "
      + "30 days count as read (14 for free accounts); known ones are updated without a sign."
  )

  private static let unreadAge: Int64 = 30
  private static let longContent = 1_000
  private static let longContentOfSamePage = 20

  func run(_ versions: ForecastVersions) throws(FileError) -> ReaderRun {
    var reader = KeyedReader(versions, Self.keys)
    reader.watched = [.content, .link]
    // What is not alike does not replace a story, whatever its guid.
    reader.prefersKnown = true
    var run = reader.run { index in
      versions.isOlder(versions.new.entries[index].published, thanDays: Self.unreadAge)
        ? .newRead : .newUnread
    } update: { before, index in
      Self.isStillAlike(versions, before, index) ? nil : .unchanged
    }
    try keepMoved(&run, versions, Set(reader.newKeys.compactMap { $0 }), reader.oldKeys)
    try noticeTitles(&run, versions)
    return ReaderRun(outcomes: run.outcomes)
  }

  private static func keys(of feed: FeedSnapshot) -> [IdentityKey?] {
    var keys = keysByID(of: feed)
    guard feed.count > 1, Set(keys).count == 1 else { return keys }
    let links = feed.entries.map { feed.texts[$0.link] }
    let usesDates = Set(links).count == 1
    var writer = ReaderKeyWriter(feed)
    for (index, entry) in feed.entries.enumerated() {
      if usesDates {
        if let date = entry.published { writer.add(date) }
      } else {
        writer.add(entry.link)
      }
      keys[index] = writer.finish()
    }
    return keys
  }

  private static func keysByID(of feed: FeedSnapshot) -> [IdentityKey?] {
    var keys = feed.idOrLinkKeys()
    var writer = ReaderKeyWriter(feed)
    for (index, entry) in feed.entries.enumerated() {
      if !feed.isThere(entry.title), entry.fields.content == Fingerprint.none,
        entry.fields.summary == Fingerprint.none
      {
        keys[index] = nil
      } else if keys[index] == nil {
        if let date = entry.published { writer.add(date) }
        keys[index] = writer.finish()
      }
    }
    return keys
  }

  // MARK: Likeness

  private static func isStillAlike(
    _ versions: ForecastVersions,
    _ before: Int,
    _ index: Int
  ) -> Bool {
    let (old, new) = (versions.old.entries[before], versions.new.entries[index])
    let (one, other) = (old.published ?? versions.now, new.published ?? versions.now)
    // Python counts days downwards: less than two days later, or a day earlier.
    let distance = one.secondsSince1970 - other.secondsSince1970
    guard distance >= -ForecastVersions.day, distance < 2 * ForecastVersions.day else {
      return false
    }
    if old.fields.title == new.fields.title { return true }
    let titles = (versions.old.texts[old.title] ?? "", versions.new.texts[new.title] ?? "")
    return Likeness.ofTitles(titles.0, titles.1) >= 0.75
  }

  /// Finds stories whose guid changed.
  private func keepMoved(
    _ run: inout KeyedReader.Run,
    _ versions: ForecastVersions,
    _ newKeys: Set<IdentityKey>,
    _ oldKeys: [IdentityKey?]
  ) throws(FileError) {
    let candidates = run.outcomes.indices.compactMap { index -> (old: Int, new: Int)? in
      guard run.outcomes[index] == .newUnread || run.outcomes[index] == .newRead,
        let before = versions.counterpart(of: index),
        let key = oldKeys[before], !newKeys.contains(key),
        !versions.isOlder(versions.old.entries[before].published, thanDays: Self.unreadAge),
        Self.isStillAlike(versions, before, index)
      else { return nil }
      return (before, index)
    }
    var same: [Int] = []
    try EntryTexts(versions).forEach(candidates) { old, new, index in
      let isSamePage = Self.link(old) == Self.link(new) && old.title == new.title
      let (before, after) = (Self.content(old), Self.content(new))
      let least = isSamePage ? Self.longContentOfSamePage : Self.longContent
      guard after.unicodeScalars.count > least else { return }
      if Likeness.ofContents(before, after) > 0.98 { same.append(index) }
    }
    for index in same { run.outcomes[index] = .updatedSilently }
  }

  /// Another title alone is noticed with long contents only.
  private func noticeTitles(
    _ run: inout KeyedReader.Run,
    _ versions: ForecastVersions
  ) throws(FileError) {
    let candidates = run.outcomes.indices.compactMap { index -> (old: Int, new: Int)? in
      guard run.outcomes[index] == .unchanged, run.matches[index] >= 0 else { return nil }
      let before = Int(run.matches[index])
      guard versions.changes(before, index).contains(.title),
        Self.isStillAlike(versions, before, index)
      else { return nil }
      return (before, index)
    }
    var noticed: [Int] = []
    try EntryTexts(versions).forEach(candidates) { _, new, index in
      if Self.content(new).unicodeScalars.count > Self.longContent { noticed.append(index) }
    }
    for index in noticed { run.outcomes[index] = .updatedSilently }
  }

  private static func link(_ post: Post) -> String? { post.permalink ?? post.externalLink }

  private static func content(_ post: Post) -> String {
    post.content?.html ?? post.content?.text ?? post.content?.markdown ?? post.summary ?? ""
  }
}
