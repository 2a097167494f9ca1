import FeedModel
import FeedSources

/// Finds for each entry of the old version the one that it is in the new.
///
/// First by id. What is left on both sides is then tried by one key after the other: what a move of the
/// site leaves of ids and links, files, title and day, text. A key counts only if one entry on each side
/// has it, so that nothing is taken for something else. The outcome depends on the documents alone;
/// time and memory grow with the number of entries, whatever their keys.
struct Matcher {
  private let old: FeedSnapshot
  private let new: FeedSnapshot
  private(set) var pairs: [MatchedPair] = []
  /// What has no counterpart so far, in the order of the documents.
  private(set) var oldLeft: [Int]
  private(set) var newLeft: [Int]
  /// Ids that several entries of a version have.
  private(set) var duplicates: [DuplicateID] = []

  init(old: FeedSnapshot, new: FeedSnapshot) {
    self.old = old
    self.new = new
    oldLeft = Array(old.entries.indices)
    newLeft = Array(new.entries.indices)
  }

  /// - Parameter guesses: Whether titles and texts that are nearly the same count, too.
  mutating func run(guesses: Bool) throws(FileError) {
    matchIDs()
    pass(.alias) { feed, entry, key in
      feed.texts.withBytes(entry.id) { AddressKey.appendAlias(of: $0, to: &key) }
    }
    pass(.link) { feed, entry, key in
      feed.texts.withBytes(entry.link) { AddressKey.appendLink($0, to: &key) }
    }
    pass(.link) { feed, entry, key in
      feed.texts.withBytes(entry.link) { AddressKey.appendAlias(of: $0, to: &key) }
    }
    pass(.enclosure) { _, entry, key in
      Self.append(entry.fields.attachmentAddresses, to: &key)
    }
    pass(.title) { feed, entry, key in
      guard let day = Self.day(entry) else { return false }
      withUnsafeBytes(of: day.littleEndian) { key.append(contentsOf: $0) }
      return feed.texts.withBytes(entry.title) { TitleKey.append($0, to: &key) }
    }
    try matchTexts()
    if guesses { try matchSimilar() }
  }

  // MARK: Ids

  /// Pairs by id. Entries that share one are told apart by link, then content, then order.
  private mutating func matchIDs() {
    var paired: [MatchedPair] = []
    forEachGroup { feed, entry, key in
      feed.texts.withBytes(entry.id) { bytes in
        key.append(contentsOf: bytes)
        return !bytes.isEmpty
      }
    } body: { matcher, _, olds, news in
      matcher.noteDuplicates(olds, news)
      if olds.isEmpty || news.isEmpty { return }
      if olds.count == 1, news.count == 1 {
        paired.append(MatchedPair(old: olds[0], new: news[news.startIndex], basis: .id))
        return
      }
      var (olds, news) = (Array(olds), Array(news))
      matcher.pairUnique(&olds, &news, &paired, .id) { $0.texts.key(of: $1.link) }
      matcher.pairUnique(&olds, &news, &paired, .id) {
        $1.fields.content == 0 ? nil : $1.fields.content
      }
      paired += zip(olds, news).map { MatchedPair(old: $0, new: $1, basis: .id) }
    }
    take(paired)
  }

  private mutating func noteDuplicates(_ olds: ArraySlice<Int>, _ news: ArraySlice<Int>) {
    guard olds.count > 1 || news.count > 1 else { return }
    let id =
      olds.first.flatMap { old.texts[old.entries[$0].id] }
      ?? news.first.flatMap { new.texts[new.entries[$0].id] } ?? ""
    duplicates.append(DuplicateID(id: id, old: olds.count, new: news.count))
  }

  // MARK: Passes

  private typealias KeyMaker = (FeedSnapshot, Entry, inout [UInt8]) -> Bool

  /// Pairs what is left by a key that one entry on each side has, or one of them by day or title.
  ///
  /// What entries that have their counterpart share with others, such as a link to the site, says
  /// nothing of which is which.
  private mutating func pass(_ basis: MatchBasis, key: KeyMaker) {
    guard !oldLeft.isEmpty, !newLeft.isEmpty else { return }
    let common = keysOfPairs(key)
    var paired: [MatchedPair] = []
    forEachGroup(key: key) { matcher, shared, olds, news in
      if !common.contains(shared) { matcher.pairGroup(olds, news, &paired, basis) }
    }
    take(paired)
  }

  private func keysOfPairs(_ key: KeyMaker) -> Set<IdentityKey> {
    var keys: Set<IdentityKey> = []
    var bytes: [UInt8] = []
    func add(_ feed: FeedSnapshot, _ index: Int) {
      bytes.removeAll(keepingCapacity: true)
      guard key(feed, feed.entries[index], &bytes) else { return }
      keys.insert(bytes.withUnsafeBufferPointer { IdentityKey($0) })
    }
    for pair in pairs {
      add(old, pair.old)
      add(new, pair.new)
    }
    return keys
  }

  private func pairGroup(
    _ olds: ArraySlice<Int>,
    _ news: ArraySlice<Int>,
    _ paired: inout [MatchedPair],
    _ basis: MatchBasis
  ) {
    guard !olds.isEmpty, !news.isEmpty else { return }
    if olds.count == 1, news.count == 1 {
      paired.append(
        MatchedPair(old: olds[olds.startIndex], new: news[news.startIndex], basis: basis)
      )
      return
    }
    var (olds, news) = (Array(olds), Array(news))
    pairUnique(&olds, &news, &paired, basis) { Self.day($1) }
    pairUnique(&olds, &news, &paired, basis) { $0.texts.titleKey(of: $1.title) }
  }

  /// Pairs what one entry on each side has, and leaves the rest.
  private func pairUnique<Key: Hashable>(
    _ olds: inout [Int],
    _ news: inout [Int],
    _ paired: inout [MatchedPair],
    _ basis: MatchBasis,
    _ key: (FeedSnapshot, Entry) -> Key?
  ) {
    guard !olds.isEmpty, !news.isEmpty else { return }
    var sides: [Key: (olds: Int, news: Int, old: Int, new: Int)] = [:]
    for index in olds {
      guard let key = key(old, old.entries[index]) else { continue }
      sides[key, default: (0, 0, 0, 0)].olds += 1
      sides[key]?.old = index
    }
    for index in news {
      guard let key = key(new, new.entries[index]) else { continue }
      sides[key, default: (0, 0, 0, 0)].news += 1
      sides[key]?.new = index
    }
    let isUnique = { (key: Key?) in
      key.flatMap { sides[$0] }.map { $0.olds == 1 && $0.news == 1 } ?? false
    }
    for index in olds {
      guard let key = key(old, old.entries[index]), isUnique(key), let side = sides[key] else {
        continue
      }
      paired.append(MatchedPair(old: side.old, new: side.new, basis: basis))
    }
    olds.removeAll { isUnique(key(old, old.entries[$0])) }
    news.removeAll { isUnique(key(new, new.entries[$0])) }
  }

  /// Gathers what is left by key, and hands on what shares one, each side in the document's order.
  private mutating func forEachGroup(
    key: KeyMaker,
    body: (inout Matcher, IdentityKey, ArraySlice<Int>, ArraySlice<Int>) -> Void
  ) {
    var candidates: [(key: IdentityKey, index: UInt32, isNew: Bool)] = []
    candidates.reserveCapacity(oldLeft.count + newLeft.count)
    var bytes: [UInt8] = []
    for (feed, left, isNew) in [(old, oldLeft, false), (new, newLeft, true)] {
      for index in left {
        bytes.removeAll(keepingCapacity: true)
        guard key(feed, feed.entries[index], &bytes) else { continue }
        let key = bytes.withUnsafeBufferPointer { IdentityKey($0) }
        candidates.append((key, UInt32(truncatingIfNeeded: index), isNew))
      }
    }
    candidates.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      if left.isNew != right.isNew { return right.isNew }
      return left.index < right.index
    }
    var start = 0
    var indices: [Int] = []
    while start < candidates.count {
      let key = candidates[start].key
      var end = start
      var olds = 0
      indices.removeAll(keepingCapacity: true)
      while end < candidates.count, candidates[end].key == key {
        if !candidates[end].isNew { olds += 1 }
        indices.append(Int(candidates[end].index))
        end += 1
      }
      body(&self, key, indices[..<olds], indices[olds...])
      start = end
    }
  }

  // MARK: Texts

  /// The shortest text that is not taken for that of another entry, in characters.
  private static let shortestText = 200

  private mutating func matchTexts() throws(FileError) {
    guard !oldLeft.isEmpty, !newLeft.isEmpty else { return }
    guard let olds = try texts(old, oldLeft), let news = try texts(new, newLeft) else { return }
    var paired: [MatchedPair] = []
    var sides: [UInt64: (olds: [Int], news: [Int])] = [:]
    for (index, text) in zip(oldLeft, olds) where text != Fingerprint.none {
      sides[text, default: ([], [])].olds.append(index)
    }
    for (index, text) in zip(newLeft, news) where text != Fingerprint.none {
      sides[text, default: ([], [])].news.append(index)
    }
    for text in olds {
      guard let side = sides.removeValue(forKey: text) else { continue }
      pairGroup(side.olds[...], side.news[...], &paired, .text)
    }
    take(paired)
  }

  /// The fingerprints of the texts of entries that are long enough; nil where contents are not kept.
  private func texts(_ feed: FeedSnapshot, _ indices: [Int]) throws(FileError) -> [UInt64]? {
    final class Texts { var byIndex: [Int: UInt64] = [:] }
    guard let contents = EntryContents(feed) else { return nil }
    let texts = Texts()
    try contents.read(indices) { index, post in
      let text = VisibleText.of(post)
      if text.utf8.count >= Self.shortestText { texts.byIndex[index] = Fingerprint.of(text) }
    }
    return indices.map { texts.byIndex[$0] ?? 0 }
  }

  private mutating func matchSimilar() throws(FileError) {
    guard !oldLeft.isEmpty, !newLeft.isEmpty else { return }
    take(
      try SimilarEntries.find(old, oldLeft, new, newLeft).map {
        MatchedPair(old: $0.old, new: $0.new, basis: .similarity)
      }
    )
  }

  // MARK: Keys

  static func day(_ entry: Entry) -> Int64? {
    entry.published.map { Int64((Double($0.secondsSince1970) / 86_400).rounded(.down)) }
  }

  private static func append(_ value: UInt64, to key: inout [UInt8]) -> Bool {
    guard value != Fingerprint.none else { return false }
    withUnsafeBytes(of: value.littleEndian) { key.append(contentsOf: $0) }
    return true
  }

  private mutating func take(_ paired: [MatchedPair]) {
    guard !paired.isEmpty else { return }
    let olds = Set(paired.map(\.old))
    let news = Set(paired.map(\.new))
    pairs += paired
    oldLeft.removeAll { olds.contains($0) }
    newLeft.removeAll { news.contains($0) }
  }
}

/// An id that several entries of one version have.
public struct DuplicateID: Sendable, Equatable {
  /// The id.
  public var id: String
  /// How many entries of the old version have it.
  public var old: Int
  /// How many of the new.
  public var new: Int
}

extension TextStore {
  /// A link as a key; nil for none.
  func key(of link: Place) -> [UInt8]? {
    var key: [UInt8] = []
    return withBytes(link) { AddressKey.appendLink($0, to: &key) } ? key : nil
  }

  /// A title as a key; nil for none.
  func titleKey(of title: Place) -> [UInt8]? {
    var key: [UInt8] = []
    return withBytes(title) { TitleKey.append($0, to: &key) } ? key : nil
  }
}
