import FeedModel
import FeedSources

/// Feedbin (feedbin/feedbin, feedbin/feedkit).
///
/// Read: feedkit lib/feedkit/parser/entry.rb at 2a4dfbc and later, xml_entry.rb at 1b27c13; feedbin
/// app/jobs/feed_crawler/receiver.rb, lib/entry_update.rb and parser.rb at 345bb64,
/// lib/entry_filter.rb at 7e14726, app/models/entry.rb at 33270e4.
///
/// A hash of the feed's address and the id; without id with address, date and title. The first 300
/// entries are looked at. An unknown entry whose id is, but for scheme and host, one that was there is
/// not created. New ones published more than a month ago are not unread. Known ones are updated; if the
/// text grew by more than 50 characters and the entry is younger than seven days, subscribers are told.
struct Feedbin: ReaderRule {
  let name = "Feedbin"
  let source = ReaderSource(
    repository: "feedbin/feedbin, feedbin/feedkit",
    files: [
      "lib/feedkit/parser/entry.rb", "app/jobs/feed_crawler/receiver.rb",
      "app/jobs/feed_crawler/lib/entry_filter.rb", "app/jobs/feed_crawler/lib/entry_update.rb",
      "app/models/entry.rb",
    ],
    seen: "2a4dfbc, 345bb64, 7e14726, 33270e4",
    rule:
      "Entries are known by the feed's address and the id; ids that differ in scheme and host only "
      + "are one. New ones older than a month count as read; known ones are brought up again if they "
      + "grew by more than 50 characters within seven days of their date."
  )

  private static let reach = 300
  private static let notableGrowth = 50
  private static let notableAge: Int64 = 7

  func run(_ versions: ForecastVersions) throws(FileError) -> ReaderRun {
    var reader = KeyedReader(versions, Self.keys)
    reader.watched = [.title, .link, .content, .published, .authors, .tags, .attachments]
    var aliases = Aliases(versions.old, reader.oldKeys)
    var suppressed = 0
    let monthAgo = versions.aMonthAgo
    var run = reader.run { index in
      guard index < Self.reach else { return .hidden }
      let entry = versions.new.entries[index]
      switch aliases.owner(of: entry, reader.newKeys[index], in: versions.new) {
      case .old(let before) where versions.counterpart(of: index) == before:
        suppressed += 1
        return .unchanged
      case .old, .new: return .hidden
      case nil: break
      }
      return entry.published.map { $0 <= monthAgo } ?? false ? .newRead : .newUnread
    } update: { _, index in
      index < Self.reach ? nil : .unchanged
    }
    try markNotable(&run, versions)
    var notes = versions.addressNotes(name)
    if suppressed > 0 {
      notes.append(
        "Feedbin takes \(suppressed) " + (suppressed == 1 ? "entry" : "entries")
          + " with another scheme or host in the id for what it has, and keeps that with its old link."
      )
    }
    return ReaderRun(outcomes: run.outcomes, notes: notes)
  }

  private static func keys(of feed: FeedSnapshot) -> [IdentityKey?] {
    var writer = ReaderKeyWriter(feed)
    return feed.entries.map { entry in
      let id = feed.ownID(entry)
      if feed.isThere(id) {
        writer.add(id)
      } else {
        writer.add(entry.link)
        if let date = entry.published { writer.add(date) }
        writer.add(entry.title)
      }
      return writer.finish()
    }
  }

  /// Looks at the texts of what changed of late.
  private func markNotable(
    _ run: inout KeyedReader.Run,
    _ versions: ForecastVersions
  ) throws(FileError) {
    let recent = run.updates.filter { pair in
      let date = versions.old.entries[pair.old].published ?? versions.now
      return !versions.isOlder(date, thanDays: Self.notableAge)
        && versions.changes(pair.old, pair.new).contains(.content)
    }
    var notable: [Int] = []
    try EntryTexts(versions).forEach(recent) { old, new, index in
      let before = VisibleText.of(old)
      guard !before.isEmpty else { return }
      let growth = VisibleText.of(new).unicodeScalars.count - before.unicodeScalars.count
      if growth > Self.notableGrowth { notable.append(index) }
    }
    for index in notable { run.outcomes[index] = .updatedUnread }
  }
}

/// The ids without scheme and host that Feedbin keeps of every entry beside its id.
private struct Aliases {
  enum Owner {
    case old(Int)
    case new
  }

  private var owners: [IdentityKey: Owner] = [:]

  init(_ feed: FeedSnapshot, _ keys: [IdentityKey?]) {
    var writer = ReaderKeyWriter(feed)
    for (index, entry) in feed.entries.enumerated() {
      if let key = keys[index] { owners[key] = owners[key] ?? .old(index) }
      if let alias = Self.alias(of: entry, feed, &writer) {
        owners[alias] = owners[alias] ?? .old(index)
      }
    }
  }

  /// Whose the id or alias of an unknown entry is; it becomes this entry's if it is nobody's.
  mutating func owner(of entry: Entry, _ key: IdentityKey?, in feed: FeedSnapshot) -> Owner? {
    var writer = ReaderKeyWriter(feed)
    let alias = Self.alias(of: entry, feed, &writer)
    for key in [key, alias] {
      if let key, let owner = owners[key] { return owner }
    }
    for key in [key, alias] {
      if let key { owners[key] = .new }
    }
    return nil
  }

  /// User, path, query and fragment, one after the other without what parts them.
  private static func alias(
    of entry: Entry,
    _ feed: FeedSnapshot,
    _ writer: inout ReaderKeyWriter
  ) -> IdentityKey? {
    let id = feed.ownID(entry)
    guard feed.isThere(id) else { return nil }
    feed.texts.withBytes(id) { bytes in
      let reference = URLReference(bytes)
      // The path of `urn:x` and `tag:x` is none to Ruby.
      let isOpaque = reference.scheme != nil && reference.authority == nil
      if let authority = reference.authority,
        let at = bytes[authority].firstIndex(of: UInt8(ascii: "@"))
      {
        writer.add(Array(bytes[authority.lowerBound..<at])[...])
      }
      if !isOpaque { writer.add(Array(bytes[reference.path])[...]) }
      for part in [isOpaque ? nil : reference.query, reference.fragment] {
        if let part { writer.add(Array(bytes[part])[...]) }
      }
    }
    return writer.isEmpty ? nil : writer.finish()
  }
}
