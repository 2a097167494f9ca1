import FeedFormats
import FeedModel
import FeedSources

/// AntennaPod (AntennaPod/AntennaPod), a podcast player.
///
/// Read, below storage/database/src/main/java/de/danoeh/antennapod/storage/database:
/// FeedDatabaseWriter.java at 058767c, FeedItemDuplicateGuesser.java at 44b8aa3,
/// FeedItemPubdateComparator.java at 54a5675; model/…/FeedItem.java (getIdentifyingValue,
/// updateFromOther).
///
/// The id, else title, file, link. An unknown episode is one that was there if it has its file, or its
/// title and day (and about its length and kind, which are not looked at here); it is then updated, and
/// known by its new id. New episodes go to the inbox if they are not older than the newest one there
/// was. Of episodes with one id the newest is kept.
struct AntennaPod: ReaderRule {
  let name = "AntennaPod"
  let source = ReaderSource(
    repository: "AntennaPod/AntennaPod",
    files: [
      "storage/database/…/FeedDatabaseWriter.java",
      "storage/database/…/FeedItemDuplicateGuesser.java", "model/…/FeedItem.java",
    ],
    seen: "058767c, 44b8aa3, 54a5675",
    rule:
      "Episodes are known by id, by file, and by title and day; a changed id is repaired. New ones "
      + "count as new if they are not older than the newest one there was."
  )

  func reasonToStandBy(_ versions: ForecastVersions) -> String? {
    if let reason = versions.reasonOfXMLReaders { return reason }
    let hasFiles = versions.new.entries.contains { Self.hasFile($0) }
    return hasFiles ? nil : "It plays podcasts, and no entry has a file."
  }

  private static let watched: FieldSet = [
    .title, .link, .content, .published, .attachments, .image,
  ]

  func run(_ versions: ForecastVersions) -> ReaderRun {
    let (old, new) = (versions.old, versions.new)
    var known = Known()
    var seenBefore = Known()
    var hidden: [(IdentityKey?, Int)] = []
    for index in Self.newestFirst(old) {
      let keys = Keys(old, old.entries[index])
      if seenBefore.isRepetition(keys) {
        hidden.append((keys.value, index))
      } else {
        known.add(keys, index)
      }
      seenBefore.add(keys, index)
    }
    var stillHidden = StillHidden(hidden)
    let newest = old.entries.lazy.compactMap(\.published).max()
    var outcomes = [ForecastOutcome](repeating: .hidden, count: new.count)
    var seen = Known()
    for index in Self.newestFirst(new) {
      let entry = new.entries[index]
      let keys = Keys(new, entry)
      defer { seen.add(keys, index) }
      if seen.isRepetition(keys) {
        let before = stillHidden.take(keys.value, versions.counterpart(of: index))
        if let before, versions.changes(before, index).isEmpty { outcomes[index] = .unchanged }
      } else if let before = known.find(keys) {
        outcomes[index] = Self.update(versions, before, index)
      } else {
        let isOld = newest.map { newest in entry.published.map { $0 < newest } ?? false } ?? false
        outcomes[index] = isOld ? .newRead : .newUnread
      }
    }
    return ReaderRun(outcomes: outcomes)
  }

  private static func update(
    _ versions: ForecastVersions,
    _ before: Int,
    _ index: Int
  ) -> ForecastOutcome {
    // An episode whose file comes later is new once more.
    if !hasFile(versions.old.entries[before]), hasFile(versions.new.entries[index]) {
      return .updatedUnread
    }
    return versions.changes(before, index).isDisjoint(with: watched) ? .unchanged : .updatedSilently
  }

  private static func hasFile(_ entry: Entry) -> Bool {
    entry.fields.attachmentAddresses != Fingerprint.none
  }

  /// The order in which episodes are looked at; those without a date come last.
  private static func newestFirst(_ feed: FeedSnapshot) -> [Int] {
    feed.entries.indices.sorted { left, right in
      switch (feed.entries[left].published, feed.entries[right].published) {
      case (let one?, let other?) where one != other: one > other
      case (.some, nil): true
      case (nil, .some): false
      default: left < right
      }
    }
  }

  /// What an episode is recognized by.
  private struct Keys {
    var id: IdentityKey?
    /// The id, or what stands for it.
    var value: IdentityKey
    var file: IdentityKey?
    var titleAndDay: IdentityKey?

    init(_ feed: FeedSnapshot, _ entry: Entry) {
      var writer = ReaderKeyWriter(feed)
      let ownID = feed.ownID(entry)
      if feed.isThere(ownID) {
        writer.add(ownID)
        id = writer.finish()
      }
      if AntennaPod.hasFile(entry) {
        writer.add(entry.fields.attachmentAddresses)
        file = writer.finish()
        if let day = Matcher.day(entry), let title = feed.texts.titleKey(of: entry.title) {
          writer.add(String(day))
          writer.add(title[...])
          titleAndDay = writer.finish()
        }
      }
      if let id {
        value = id
      } else if feed.isThere(entry.title) {
        writer.add(entry.title)
        value = writer.finish()
      } else if let file {
        value = file
      } else {
        writer.add(entry.link)
        value = writer.finish()
      }
    }
  }

  private struct Known {
    private var byValue: [IdentityKey: Int] = [:]
    private var byFile: [IdentityKey: Int] = [:]
    private var byTitleAndDay: [IdentityKey: Int] = [:]

    mutating func add(_ keys: Keys, _ index: Int) {
      byValue[keys.value] = byValue[keys.value] ?? index
      if let key = keys.file { byFile[key] = byFile[key] ?? index }
      if let key = keys.titleAndDay { byTitleAndDay[key] = byTitleAndDay[key] ?? index }
    }

    func find(_ keys: Keys) -> Int? {
      byValue[keys.value] ?? keys.file.flatMap { byFile[$0] }
        ?? keys.titleAndDay.flatMap { byTitleAndDay[$0] }
    }

    /// Within a document an id stands for itself; guesses are for episodes without one.
    func isRepetition(_ keys: Keys) -> Bool {
      if byValue[keys.value] != nil { return true }
      guard keys.id == nil else { return false }
      return keys.file.flatMap { byFile[$0] } != nil
        || keys.titleAndDay.flatMap { byTitleAndDay[$0] } != nil
    }
  }
}
