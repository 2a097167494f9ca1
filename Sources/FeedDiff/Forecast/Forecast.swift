import FeedModel
import FeedSources

/// What feed readers with known rules will show once the new version is published.
///
/// Every reader is run over the old version, all of whose entries its subscribers have read, and then
/// over the new one. Readers have settings; these are their defaults. Old entries that the new version
/// lacks stay as they are in all of them.
public struct Forecast: Sendable {
  /// One reader, and what it does.
  public struct Reader: Sendable {
    /// Its name.
    public let name: String
    /// Where its rule stands.
    public let source: ReaderSource
    /// How many entries of the new version meet which fate.
    public let counts: ForecastCounts
    /// What concerns the feed as a whole, a sentence each.
    public let notes: [String]
    private let outcomes: [ForecastOutcome]
    /// Shared by all readers.
    private let isKnown: [Bool]

    fileprivate init(_ rule: any ReaderRule, _ run: ReaderRun, _ isKnown: [Bool]) {
      name = rule.name
      source = rule.source
      notes = run.notes
      outcomes = run.outcomes
      self.isKnown = isKnown
      var counts = ForecastCounts()
      for (outcome, isKnown) in zip(outcomes, isKnown) { counts.add(outcome, isKnown: isKnown) }
      self.counts = counts
    }

    /// What it does with an entry of the new version; nil where there is none.
    ///
    /// - Parameter index: The entry's place in the new document, from 0.
    public func outcome(of index: Int) -> ForecastOutcome? {
      outcomes.indices.contains(index) ? outcomes[index] : nil
    }

    /// The entries that meet a fate, by their places in the new document, from 0.
    ///
    /// - Parameter returning: Only those that subscribers know (true) or do not know (false); all of
    ///   them for nil.
    public func entries(_ outcome: ForecastOutcome, returning: Bool? = nil) -> [Int] {
      outcomes.indices.filter { index in
        outcomes[index] == outcome && (returning.map { $0 == isKnown[index] } ?? true)
      }
    }
  }

  /// A reader that has nothing to do with the feed.
  public struct Bystander: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Why, as a sentence.
    public let reason: String
  }

  /// The readers, in an order that does not change.
  public let readers: [Reader]
  /// Readers that cannot read the new version, or are not for feeds like it.
  public let bystanders: [Bystander]

  /// Whether subscribers see what they saw before, in all readers.
  public var isQuiet: Bool { readers.allSatisfy { $0.counts.isQuiet && $0.notes.isEmpty } }

  /// Tells what readers will do.
  ///
  /// - Parameter now: When the new version is published; some rules depend on how old an entry is then.
  /// - Throws: `FileError` when what has to be read again cannot be.
  public init(_ difference: FeedDifference, now: Timestamp) throws(FileError) {
    let versions = ForecastVersions(difference, now: now)
    var readers: [Reader] = []
    var bystanders: [Bystander] = []
    for rule in Self.rules {
      if let reason = rule.reasonToStandBy(versions) {
        bystanders.append(Bystander(name: rule.name, reason: reason))
      } else {
        readers.append(Reader(rule, try rule.run(versions), versions.isKnown))
      }
    }
    self.readers = readers
    self.bystanders = bystanders
  }

  static let rules: [any ReaderRule] = [
    Miniflux(), NetNewsWire(), Newsboat(), FreshRSS(), Feedbin(), NewsBlur(), AntennaPod(),
    CommaFeed(), TinyTinyRSS(),
  ]
}
