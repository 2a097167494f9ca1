import FeedDiff
import FeedModel
import FeedSources

/// Takes the ids that subscribers know from the feed that is published now into a ledger.
///
/// Entries of the feed are recognized among the posts that a build would take today by all that a diff
/// recognizes them by. What is not certain to be one post's is not adopted.
public struct IDAdoption: Sendable {
  /// What a caller decides about an adoption.
  public struct Options: Sendable {
    /// The moment: what is dated later is no post yet.
    public var now: Timestamp
    /// Whether nearly the same titles and texts are taken for the same.
    public var guesses = false
    /// Whether ids that the ledger has are replaced by the feed's.
    public var replacesKnown = false

    /// An adoption at a moment.
    public init(now: Timestamp) { self.now = now }
  }

  /// A post that gets the id of an entry.
  public struct Adopted: Sendable, Equatable {
    /// The post's file.
    public var path: String
    /// The id that subscribers know.
    public var id: String
    /// What the ledger had; nil if it did not know the post.
    public var replaced: String?
    /// What it was recognized by.
    public var basis: MatchBasis
  }

  /// An entry of the feed.
  public struct FeedEntry: Sendable, Equatable {
    /// The id.
    public var id: String
    /// The title; nil for none.
    public var title: String?
  }

  /// An entry whose id was not adopted although a post seems to be it.
  public struct Refusal: Sendable, Equatable {
    /// The entry.
    public var entry: FeedEntry
    /// The post's file.
    public var path: String
    /// Why, as a sentence without its full stop.
    public var reason: String
    /// What to do about it.
    public var help: String?
  }

  /// The ledger.
  public let ledgerPath: String
  /// Posts that get ids, in the order of the site.
  public private(set) var adopted: [Adopted] = []
  /// How many entries the ledger knows already as they are.
  public private(set) var known = 0
  /// What was refused, in the order of the site.
  public private(set) var refusals: [Refusal] = []
  /// Entries that no post is recognized as, in the feed's order.
  public private(set) var strangers: [FeedEntry] = []
  /// Posts that are not in the feed, in the order of the site.
  public private(set) var absentPosts: [String] = []
  /// Whether the feed and the site have so little in common that the feed may be another's.
  public private(set) var isOfAnotherSite = false
  /// How many entries the feed has.
  public let entryCount: Int

  private let ledger: IDLedger
  private var lines: [LedgerLine] = []

  /// A post that may get an entry's id.
  private struct Candidate {
    /// The post, by index of its identity.
    var post: Int
    var entry: FeedEntry
    var basis: MatchBasis
  }

  /// Finds out what is to be adopted; nothing is written.
  ///
  /// - Parameter feed: The feed that is published now, all of it.
  /// - Throws: `SourceProblem` for what would keep a build from its feeds, `FileError`.
  public init(
    of feed: FeedSnapshot,
    into configuration: SiteConfiguration,
    options: Options
  ) async throws {
    ledgerPath = configuration.ledgerPath ?? configuration.usualLedgerPath
    ledger = try IDLedger(reading: ledgerPath)
    entryCount = feed.count
    let site = try await SitePosts(configuration, ledger: ledger, now: options.now)
    var diffOptions = FeedDifference.Options()
    diffOptions.guesses = options.guesses
    let difference = try FeedDifference(old: feed, new: site.snapshot, options: diffOptions)
    isOfAnotherSite = feed.count >= 4 && difference.pairs.count * 2 < feed.count
    let entries = feed.records.map { FeedEntry(id: $0.id, title: $0.title) }
    let repeated = Set(difference.duplicates.lazy.filter { $0.old > 1 }.map(\.id))

    var candidates: [Candidate] = []
    for pair in difference.pairs {
      guard let post = site.scan.posts[pair.new].identity else { continue }
      let candidate = Candidate(post: post, entry: entries[pair.old], basis: pair.basis)
      if ledger[site.identities[post].source]?.line.id == candidate.entry.id {
        known += 1
      } else if repeated.contains(candidate.entry.id) {
        refuse(candidate, site, "the feed has the id several times")
      } else if !feed.hasOwnID(pair.old), !feed.isIDLink(pair.old) {
        refuse(candidate, site, "the entry has neither an id nor a link that could be one")
      } else if let entry = ledger[site.identities[post].source], !options.replacesKnown {
        refuse(
          candidate,
          site,
          "\(ledgerPath):\(entry.number) has another id for it: \(entry.line.id)",
          help: "--force takes the feed's"
        )
      } else {
        candidates.append(candidate)
      }
    }
    adopt(distinct(candidates, site), site)
    let matched = Set(difference.pairs.map(\.old))
    strangers = entries.indices.filter { !matched.contains($0) }.map { entries[$0] }
    let mentioned = Set(difference.pairs.map(\.new))
    absentPosts = site.scan.posts.indices.filter { !mentioned.contains($0) }
      .map { site.scan.posts[$0].source.path }
  }

  /// Takes out what would give two posts one id, until there is no such thing: a post that does not get
  /// another's id keeps its own, which a third may want.
  private mutating func distinct(_ candidates: [Candidate], _ site: SitePosts) -> [Candidate] {
    var candidates = candidates
    var isSettled = false
    while !isSettled {
      var ids = site.ids.ids
      for candidate in candidates { ids[candidate.post] = candidate.entry.id }
      var owners: [String: [Int]] = [:]
      for (post, id) in ids.enumerated() { owners[id, default: []].append(post) }
      isSettled = true
      var rest: [Candidate] = []
      for candidate in candidates {
        let others = (owners[candidate.entry.id] ?? []).filter { $0 != candidate.post }
        guard let other = others.map({ site.identities[$0].path }).min() else {
          rest.append(candidate)
          continue
        }
        isSettled = false
        refuse(candidate, site, "\(other) has or would get the same id")
      }
      candidates = rest
    }
    return candidates
  }

  private mutating func refuse(
    _ candidate: Candidate,
    _ site: SitePosts,
    _ reason: String,
    help: String? = nil
  ) {
    refusals.append(
      Refusal(
        entry: candidate.entry,
        path: site.identities[candidate.post].path,
        reason: reason,
        help: help
      )
    )
  }

  private mutating func adopt(_ candidates: [Candidate], _ site: SitePosts) {
    for candidate in candidates {
      let post = site.identities[candidate.post]
      let known = ledger[post.source]?.line
      adopted.append(
        Adopted(
          path: post.path,
          id: candidate.entry.id,
          replaced: known?.id,
          basis: candidate.basis
        )
      )
      lines.append(
        LedgerLine(
          source: post.source,
          id: candidate.entry.id,
          published: known?.published ?? post.published,
          dated: post.published
        )
      )
    }
  }

  /// Adds what was adopted to the ledger.
  public func write() throws(FileError) { try ledger.append(lines) }
}
