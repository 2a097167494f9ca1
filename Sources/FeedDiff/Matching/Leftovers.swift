import FeedModel

/// What became of entries without a counterpart.
struct Leftovers {
  /// Taken out.
  var removed: [Int] = []
  /// No longer among the newest, which is all that the feed holds.
  var agedOut: [Int] = []
  /// New.
  var added: [Int] = []
  /// New in the feed, and older than what it had: readers may take it for read.
  var backfilled: [Int] = []

  /// An entry that is this much older than the newest one was not written since, in seconds.
  private static let backfillAge: Int64 = 7 * 86_400

  /// - Parameter limit: How many entries the feed holds at most; nil if nobody said: then as many as
  ///   the old version has.
  init(
    old: FeedSnapshot,
    new: FeedSnapshot,
    oldLeft: [Int],
    newLeft: [Int],
    limit: Int?
  ) {
    let isFull = new.count >= (limit ?? max(old.count, 1))
    let oldest = new.entries.lazy.compactMap(\.published).min()
    let undated = isFull && oldest == nil ? Self.undatedTail(old, oldLeft) : []
    for index in oldLeft {
      let isOlder = old.entries[index].published.map { date in oldest.map { date < $0 } ?? false }
      if isFull, isOlder ?? undated.contains(index) {
        agedOut.append(index)
      } else {
        removed.append(index)
      }
    }
    let newest = old.entries.lazy.compactMap(\.published).max()
    for index in newLeft {
      if let newest, let date = new.entries[index].published,
        date.secondsSince1970 < newest.secondsSince1970 - Self.backfillAge
      {
        backfilled.append(index)
      } else {
        added.append(index)
      }
    }
  }

  /// Without dates, what was at the end of the list and nothing behind it is left.
  private static func undatedTail(_ old: FeedSnapshot, _ left: [Int]) -> Set<Int> {
    var tail: Set<Int> = []
    var next = old.count - 1
    for index in left.reversed() {
      guard index == next else { break }
      tail.insert(index)
      next -= 1
    }
    return tail
  }
}
