import FeedFormats
import FeedModel

/// Two versions as readers see them: entries, what became of them, and the time.
struct ForecastVersions: Sendable {
  let old: FeedSnapshot
  let new: FeedSnapshot
  let now: Timestamp
  /// Whether subscribers know an entry of the new version, whatever it is called now.
  let isKnown: [Bool]
  /// The entry of the old version that one of the new version is; -1 for none.
  private let counterparts: [Int32]
  /// What differs between an entry and its counterpart, by its place in the new version. Most entries
  /// are not in it.
  private let changes: [Int: EntryChange]
  private let comparison: FieldComparison

  init(_ difference: FeedDifference, now: Timestamp) {
    old = difference.old
    new = difference.new
    self.now = now
    var counterparts = [Int32](repeating: -1, count: difference.new.count)
    for pair in difference.pairs { counterparts[pair.new] = Int32(truncatingIfNeeded: pair.old) }
    self.counterparts = counterparts
    isKnown = counterparts.map { $0 >= 0 }
    var changes: [Int: EntryChange] = [:]
    for change in difference.entries where change.old != nil {
      if let index = change.new { changes[index] = change }
    }
    self.changes = changes
    comparison = FieldComparison(difference.old.kind, difference.new.kind)
  }

  /// The entry of the old version that one of the new version is.
  func counterpart(of index: Int) -> Int? {
    counterparts[index] >= 0 ? Int(counterparts[index]) : nil
  }

  /// What a reader that takes the entry of the new version for that of the old one sees change.
  ///
  /// The summary counts where there is no content: readers show one of them.
  func changes(_ before: Int, _ after: Int) -> FieldSet {
    var fields: FieldSet
    if counterpart(of: after) == before {
      fields = changes[after]?.fields ?? []
    } else {
      fields = comparison.changes(old.entries[before], new.entries[after])
    }
    guard fields.contains(.summary) else { return fields }
    let hasContent =
      old.entries[before].fields.content != Fingerprint.none
      && new.entries[after].fields.content != Fingerprint.none
    fields.remove(.summary)
    if !hasContent { fields.insert(.content) }
    return fields
  }

  /// Whether only the markup of an entry's content changed, as far as anybody looked.
  func isMarkupOnly(_ before: Int, _ after: Int) -> Bool {
    counterpart(of: after) == before && changes[after]?.isMarkupOnly ?? false
  }

  /// Whether the feed says that it is served from another address than before.
  var hasMoved: Bool {
    guard let before = old.feed.selfURL, let after = new.feed.selfURL else { return false }
    return before != after
  }

  /// What readers whose keys contain the feed's address do when it changes.
  func addressNotes(_ name: String) -> [String] {
    guard hasMoved else { return [] }
    return [
      "\(name) knows entries by the feed's address and their id: to whoever subscribes at the new "
        + "address all \(new.count) entries are new."
    ]
  }

  // MARK: Time

  static let day: Int64 = 86_400

  /// Whether an instant is longer ago than some days; false for none.
  func isOlder(_ date: Timestamp?, thanDays days: Int64) -> Bool {
    guard let date else { return false }
    return date.secondsSince1970 < now.secondsSince1970 - days * Self.day
  }

  /// The same time a month earlier, on the month's last day where it is shorter.
  var aMonthAgo: Timestamp {
    guard let local = CivilDateTime(secondsSince1970InUTC: now.secondsSince1970) else { return now }
    let date = local.date
    let (year, month) = date.month == 1 ? (date.year - 1, 12) : (date.year, date.month - 1)
    let day = min(date.day, CivilDate.daysInMonth(month, year: year))
    guard let earlier = CivilDate(year: year, month: month, day: day) else { return now }
    let days = date.daysSince1970 - earlier.daysSince1970
    return Timestamp(secondsSince1970: now.secondsSince1970 - days * Self.day)
  }
}
