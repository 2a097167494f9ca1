import FeedModel

/// A reader that knows entries by keys, as nearly all do: one entry a key, whatever else is in the
/// document.
struct KeyedReader {
  /// Which of the entries with one key subscribers see.
  enum Kept {
    case first, last, newest
  }

  /// What the reader did, and which entry of the old version it took each for; -1 for none.
  struct Run {
    var outcomes: [ForecastOutcome]
    var matches: [Int32]

    /// The entries of the new version that it took for ones of the old version and are to be updated
    /// without a sign, for rules that look closer.
    var updates: [(old: Int, new: Int)] {
      outcomes.indices.compactMap { index in
        outcomes[index] == .updatedSilently && matches[index] >= 0
          ? (Int(matches[index]), index) : nil
      }
    }
  }

  private let versions: ForecastVersions
  /// The keys of both versions' entries; nil for what the reader leaves out.
  var oldKeys: [IdentityKey?]
  var newKeys: [IdentityKey?]
  /// Which of several it keeps.
  var kept = Kept.first
  /// The fields whose change it takes over.
  var watched: FieldSet = []
  /// Whether of the entries with a key that it knows subscribers go on seeing the one that was there,
  /// if it is still among them.
  var prefersKnown = false

  init(_ versions: ForecastVersions, _ keys: (FeedSnapshot) -> [IdentityKey?]) {
    self.versions = versions
    oldKeys = keys(versions.old)
    newKeys = keys(versions.new)
  }

  /// Runs it.
  ///
  /// - Parameters:
  ///   - arrival: What becomes of an entry of the new version whose key it does not know.
  ///   - update: Overrules what becomes of one whose key it does know; nil to leave it at that.
  func run(
    arrival: (Int) -> ForecastOutcome,
    update: (Int, Int) -> ForecastOutcome? = { _, _ in nil }
  ) -> Run {
    let (oldShown, oldHidden) = shown(versions.old, oldKeys)
    var newShown = shown(versions.new, newKeys).0
    if prefersKnown { keepKnown(&newShown, oldShown) }
    var stillHidden = StillHidden(oldHidden)
    var run = Run(
      outcomes: [ForecastOutcome](repeating: .hidden, count: newKeys.count),
      matches: [Int32](repeating: -1, count: newKeys.count)
    )
    for index in newKeys.indices {
      guard let key = newKeys[index], newShown[key] == Int32(truncatingIfNeeded: index) else {
        let before = stillHidden.take(newKeys[index], versions.counterpart(of: index))
        if let before, versions.changes(before, index).isEmpty { run.outcomes[index] = .unchanged }
        continue
      }
      guard let before = oldShown[key] else {
        run.outcomes[index] = arrival(index)
        continue
      }
      run.matches[index] = before
      run.outcomes[index] =
        update(Int(before), index)
        ?? (versions.changes(Int(before), index).isDisjoint(with: watched)
          ? .unchanged : .updatedSilently)
    }
    return run
  }

  /// The entries that subscribers see by their key, and those that they do not.
  private func shown(
    _ feed: FeedSnapshot,
    _ keys: [IdentityKey?]
  ) -> ([IdentityKey: Int32], [(IdentityKey?, Int)]) {
    var shown: [IdentityKey: Int32] = [:]
    shown.reserveCapacity(keys.count)
    var hidden: [(IdentityKey?, Int)] = []
    for index in keys.indices {
      guard let key = keys[index] else {
        hidden.append((nil, index))
        continue
      }
      guard let other = shown[key] else {
        shown[key] = Int32(truncatingIfNeeded: index)
        continue
      }
      if isPreferred(index, to: Int(other), in: feed) {
        shown[key] = Int32(truncatingIfNeeded: index)
        hidden.append((key, Int(other)))
      } else {
        hidden.append((key, index))
      }
    }
    return (shown, hidden)
  }

  private func keepKnown(_ shown: inout [IdentityKey: Int32], _ known: [IdentityKey: Int32]) {
    for index in newKeys.indices {
      guard let key = newKeys[index], let before = known[key],
        versions.counterpart(of: index) == Int(before)
      else { continue }
      shown[key] = Int32(truncatingIfNeeded: index)
    }
  }

  /// Whether a later entry is seen instead of an earlier one with its key.
  private func isPreferred(_ index: Int, to other: Int, in feed: FeedSnapshot) -> Bool {
    switch kept {
    case .first: return false
    case .last: return true
    case .newest:
      let date = feed.entries[index].published ?? versions.now
      return date > feed.entries[other].published ?? versions.now
    }
  }
}

/// Entries that subscribers did not see in the old version: to go on not seeing them is no news.
struct StillHidden {
  private var isHidden: Set<Int> = []
  private var byKey: [IdentityKey?: ArraySlice<Int>] = [:]

  init(_ hidden: [(IdentityKey?, Int)]) {
    for (key, index) in hidden {
      isHidden.insert(index)
      byKey[key, default: []].append(index)
    }
  }

  /// The hidden entry of the old version that one of the new version is: its counterpart, else the
  /// next one with its key.
  mutating func take(_ key: IdentityKey?, _ counterpart: Int?) -> Int? {
    if let counterpart { return isHidden.contains(counterpart) ? counterpart : nil }
    return byKey[key]?.popFirst()
  }
}
