import FeedFormats
import FeedModel
import FeedSources

/// What changed between two versions of a feed.
public struct FeedDifference: Sendable {
  /// What is to be taken into account.
  public struct Options: Sendable {
    /// How many entries the feed holds at most; nil if nobody knows.
    public var limit: Int?
    /// Whether entries with nearly the same title and text are taken for one.
    public var guesses = false

    /// Nothing beside the documents.
    public init() {}
  }

  /// How much changed. Every entry is counted once on each side that it is on:
  /// `old = unchanged + changed + reidentified + removed + agedOut`,
  /// `new = unchanged + changed + reidentified + added + backfilled`.
  public struct Summary: Sendable, Equatable {
    /// New entries.
    public var added = 0
    /// Entries that are gone.
    public var removed = 0
    /// Entries that say something else under the same id.
    public var changed = 0
    /// Entries that have another id, whatever they say.
    public var reidentified = 0
    /// Entries that are no longer among the newest.
    public var agedOut = 0
    /// Entries that are new and older than what was there.
    public var backfilled = 0
    /// Entries that are as they were.
    public var unchanged = 0

    /// Nothing counted.
    public init() {}

    /// Whether no entry changed.
    public var isEmpty: Bool {
      added + removed + changed + reidentified + agedOut + backfilled == 0
    }
  }

  /// The versions.
  public let old: FeedSnapshot
  /// See ``old``.
  public let new: FeedSnapshot
  /// What became of the entries that are not as they were: those of the new version in its order, then
  /// those that are gone in the old one's.
  public private(set) var entries: [EntryChange] = []
  /// How much changed.
  public private(set) var summary = Summary()
  /// What the feed says otherwise of itself.
  public let feedFields: [FeedField]
  /// Ids that several entries of one version have.
  public let duplicates: [DuplicateID]
  /// All entries that are in both, in the order of the new version.
  public let pairs: [MatchedPair]
  /// Whether the formats differ, so that only what both have was compared.
  public let isAcrossFormats: Bool

  /// Whether the versions have so little in common that they may be those of two feeds: of at least
  /// four entries more than half is gone without having aged out, and more than half of what there is
  /// instead was not there. (A feed that holds fewer entries than before is the same feed.)
  public var isOfTwoFeeds: Bool {
    old.count >= 4 && summary.removed * 2 > old.count && pairs.count * 2 < new.count
  }

  /// Whether nothing is different but what changes with each build.
  public var isEmpty: Bool {
    summary.isEmpty && !feedFields.contains { !$0.isVolatile }
  }

  /// Compares two versions.
  ///
  /// - Throws: `FileError` when what has to be read again cannot be.
  public init(
    old: FeedSnapshot,
    new: FeedSnapshot,
    options: Options = Options()
  ) throws(FileError) {
    self.old = old
    self.new = new
    var matcher = Matcher(old: old, new: new)
    try matcher.run(guesses: options.guesses)
    pairs = matcher.pairs.sorted { $0.new < $1.new }
    duplicates = matcher.duplicates
    let comparison = FieldComparison(old.kind, new.kind)
    isAcrossFormats = comparison.isAcrossFormats
    var feedFields = FeedField.changes(old, new, across: isAcrossFormats)
    if old.kind != new.kind, old.kind != .unknown, new.kind != .unknown {
      feedFields.append(.format)
    }
    let isReordered = zip(pairs, pairs.dropFirst()).contains { $0.old > $1.old }
    if isReordered { feedFields.append(.order) }
    self.feedFields = feedFields
    let leftovers = Leftovers(
      old: old,
      new: new,
      oldLeft: matcher.oldLeft,
      newLeft: matcher.newLeft,
      limit: options.limit
    )
    entries = changes(of: pairs, comparison)
    try ContentComparison(old, new, acrossFormats: isAcrossFormats).settle(&entries)
    entries.removeAll { $0.kind == .changed && $0.fields.isEmpty }
    summarize(leftovers)
    entries += leftovers.added.map { EntryChange(kind: .added, new: $0) }
    entries += leftovers.backfilled.map { EntryChange(kind: .backfilled, new: $0) }
    entries.sort { ($0.new ?? .max) < ($1.new ?? .max) }
    var gone = leftovers.removed.map { EntryChange(kind: .removed, old: $0) }
    gone += leftovers.agedOut.map { EntryChange(kind: .agedOut, old: $0) }
    entries += gone.sorted { ($0.old ?? 0) < ($1.old ?? 0) }
  }

  private func changes(of pairs: [MatchedPair], _ comparison: FieldComparison) -> [EntryChange] {
    var changes: [EntryChange] = []
    for pair in pairs {
      let (before, after) = (old.entries[pair.old], new.entries[pair.new])
      let fields = comparison.changes(before, after)
      let isSame = pair.basis == .id
      guard !isSame || !fields.isEmpty else { continue }
      var change = EntryChange(
        kind: isSame ? .changed : .reidentified,
        old: pair.old,
        new: pair.new
      )
      change.fields = fields
      change.basis = pair.basis
      if !isSame {
        change.cause = old.texts.withBytes(before.id) { before in
          new.texts.withBytes(after.id) { ReidentificationCause.between(before, $0) }
        }
      }
      changes.append(change)
    }
    return changes
  }

  private mutating func summarize(_ leftovers: Leftovers) {
    summary.changed = entries.count { $0.kind == .changed }
    summary.reidentified = entries.count { $0.kind == .reidentified }
    summary.unchanged = pairs.count - entries.count
    summary.added = leftovers.added.count
    summary.backfilled = leftovers.backfilled.count
    summary.removed = leftovers.removed.count
    summary.agedOut = leftovers.agedOut.count
  }

  // MARK: Texts of entries

  /// The id of an entry, in the new version if it is there.
  public func id(of change: EntryChange) -> String {
    text(change, \.id) ?? ""
  }

  /// The id that an entry had, if it has another now.
  public func oldID(of change: EntryChange) -> String? {
    guard change.kind == .reidentified, let index = change.old else { return nil }
    return old.texts[old.entries[index].id]
  }

  /// The title of an entry, in the new version if it is there.
  public func title(of change: EntryChange) -> String? { text(change, \.title) }

  /// The link of an entry, in the new version if it is there.
  public func link(of change: EntryChange) -> String? { text(change, \.link) }

  /// When an entry appeared, as the new version says if it is there.
  public func published(_ change: EntryChange) -> Timestamp? {
    if let index = change.new { return new.entries[index].published }
    return change.old.flatMap { old.entries[$0].published }
  }

  private func text(_ change: EntryChange, _ path: KeyPath<Entry, TextStore.Place>) -> String? {
    if let index = change.new { return new.texts[new.entries[index][keyPath: path]] }
    return change.old.flatMap { old.texts[old.entries[$0][keyPath: path]] }
  }
}
