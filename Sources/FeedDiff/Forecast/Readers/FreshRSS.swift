import FeedModel
import FeedSources

/// FreshRSS (FreshRSS/FreshRSS).
///
/// Read: app/Models/Feed.php (decideEntryGuid, loadGuids, loadEntries) and app/Models/Entry.php (hash)
/// of 1.30 as others describe and reimplement them, app/Controllers/feedController.php at f15b66a.
///
/// The id; without id a hash of link and date, with title, with content. When more ids than 5 % of the
/// entries, rounded, are missing or come again, the whole feed is known by link and date instead, and
/// when those do not tell entries apart either, with the title, from then on. Of entries with one key
/// the last of the document is kept. Known entries are updated without a sign when link, title,
/// authors, content, tags or enclosures change.
struct FreshRSS: ReaderRule {
  let name = "FreshRSS"
  let source = ReaderSource(
    repository: "FreshRSS/FreshRSS",
    files: [
      "app/Models/Feed.php", "app/Models/Entry.php", "app/Controllers/feedController.php",
    ],
    seen: "1.30; f15b66a for the controller",
    rule: "Entries are known by id, without id by link and date. Once more than 5 % of the ids are "
      + "missing or repeated, the whole feed is known by link and date from then on. Known entries are "
      + "updated without a sign; marking them unread is off by default."
  )

  func run(_ versions: ForecastVersions) -> ReaderRun {
    let before = Self.load(versions.old, .id)
    let after = Self.load(versions.new, before.policy)
    var reader = KeyedReader(versions) { _ in [] }
    reader.oldKeys = before.keys
    reader.newKeys = after.keys
    reader.kept = .last
    reader.watched = [.title, .link, .content, .authors, .tags, .attachments]
    return ReaderRun(
      outcomes: reader.run { _ in .newUnread }.outcomes,
      notes: Self.notes(versions, before, after)
    )
  }

  // MARK: The policy

  private enum Policy {
    case id, linkAndDate, linkDateAndTitle
  }

  private struct Load {
    var policy: Policy
    var keys: [IdentityKey?]
    /// How many keys are empty or come again, under the policy that the feed came with.
    var invalid: Int
    /// So many are put up with.
    var tolerated: Int
  }

  private static func load(_ feed: FeedSnapshot, _ given: Policy) -> Load {
    // PHP rounds halves up: 5 % of 10 is 1, of 9 is 0.
    let tolerated = (feed.count * 5 + 50) / 100
    var policy = given
    var first: Int?
    while true {
      let keys = keys(of: feed, policy)
      var seen: Set<IdentityKey> = []
      let invalid = keys.count { key in key.map { !seen.insert($0).inserted } ?? true }
      first = first ?? invalid
      let next: Policy? =
        switch policy {
        case .id: .linkAndDate
        case .linkAndDate: .linkDateAndTitle
        case .linkDateAndTitle: nil
        }
      guard invalid > tolerated, let next else {
        return Load(
          policy: policy,
          keys: keys,
          invalid: first ?? invalid,
          tolerated: tolerated
        )
      }
      policy = next
    }
  }

  private static func keys(of feed: FeedSnapshot, _ policy: Policy) -> [IdentityKey?] {
    var writer = ReaderKeyWriter(feed)
    return feed.entries.map { entry in
      if policy == .id, feed.isThere(feed.ownID(entry)) {
        writer.add(entry.id)
        return writer.finish()
      }
      writer.add(entry.link)
      if let date = entry.published { writer.add(date) }
      if policy == .linkDateAndTitle || writer.isEmpty || !feed.isThere(entry.link) {
        writer.add(entry.title)
        if !feed.isThere(entry.link), !feed.isThere(entry.title) {
          writer.add(entry.fields.content)
          writer.add(entry.fields.summary)
        }
      }
      return writer.finish()
    }
  }

  private static func notes(_ versions: ForecastVersions, _ before: Load, _ after: Load) -> [String]
  {
    let share =
      "\(after.invalid) of \(versions.new.count) entries "
      + (after.invalid == 1 ? "has" : "have") + " a missing or repeated id"
    if before.policy != after.policy {
      return [
        "FreshRSS changes over to knowing this feed's entries by link and date: \(share), and it puts "
          + "up with \(after.tolerated). All entries it shows come back once."
      ]
    }
    guard after.policy == .id, after.invalid > 0 else { return [] }
    return [
      "FreshRSS: \(share); from \(after.tolerated + 1) on it knows the whole feed by link and date, and "
        + "all entries come back once."
    ]
  }
}
