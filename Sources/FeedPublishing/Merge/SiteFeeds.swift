import FeedFormats
import FeedModel
import FeedSources

/// The posts that a site takes from feeds.
struct SiteFeeds: Sendable {
  /// A post and the feed that it is from.
  struct Found: Sendable {
    var source: SourcePost
    /// Which of the feeds, by index.
    var feed: Int
  }

  /// The posts, in no order.
  private(set) var posts: [Found] = []
  /// The entries that are in no feed.
  private(set) var leftOut: [SiteScan.LeftOut] = []
  /// What became of the feeds; nil for a site without any.
  private(set) var report: SourceReport?
  private var renderers: [FeedEntryRenderer] = []

  /// Brings the feeds of a configuration up to date, and reads them.
  ///
  /// - Parameters:
  ///   - output: The folder that the site's feeds are written to.
  ///   - most: How many posts a feed of the site has at most; nil if any post may be in one.
  /// - Throws: `SourceProblem` for a file that is missing or no feed. What is wrong with feeds on the
  ///   web is in the report.
  init(
    _ configuration: SiteConfiguration,
    output: String,
    options: SourceRefresher.Options,
    most: Int?
  ) async throws(SourceProblem) {
    guard !configuration.feedSources.isEmpty else { return }
    var report = SourceReport()
    let refresher = SourceRefresher(Self.place(configuration, output), options)
    let wanted = try await WantedFeeds(configuration, refresher, &report).feeds
    let documents = try await Self.documents(wanted, configuration, refresher, &report)
    refresher.forget(except: WantedFeeds.addresses(of: wanted, configuration))

    var merge = EntryMerge()
    for (index, document) in documents.enumerated() {
      guard let document else { continue }
      let source = wanted[index].source
      guard let read = try Self.entries(of: document, source, options.now, most, &report) else {
        continue
      }
      leftOut += read.leftOut.map {
        SiteScan.LeftOut(path: "\(document.name): \($0.title)", reason: $0.reason, isEntry: true)
      }
      do throws(FileError) {
        try merge.add(read.entries, feed: index, mark: document.address ?? document.name)
      } catch {
        throw Self.problem(error, of: document)
      }
    }
    renderers = wanted.map { FeedEntryRenderer(merge.contents, rules: $0.source.content) }
    let lists = report.sources.count - wanted.count
    for entry in merge.entries {
      report.sources[lists + entry.feed].posts += 1
      let name = wanted[entry.feed].place.shown
      let source = Self.post(of: entry, from: name, language: configuration.site.language)
      posts.append(Found(source: source, feed: entry.feed))
    }
    report.repeatedEntries = merge.repeated
    self.report = report
  }

  /// The entries of a document; nil, and a warning, for one from the web that cannot be read: it was a
  /// feed when it was kept.
  private static func entries(
    of document: SourceEntries.Document,
    _ source: FeedSource,
    _ now: Timestamp,
    _ most: Int?,
    _ report: inout SourceReport
  ) throws(SourceProblem) -> SourceEntries? {
    let entries: SourceEntries
    do throws(FileError) {
      entries = try SourceEntries(document, source: source, now: now, most: most ?? .max)
    } catch {
      let problem = problem(error, of: document)
      guard document.address != nil else { throw problem }
      report.warnings.append(
        SourceReport.Warning(source: document.name, message: problem.message)
      )
      return nil
    }
    try check(entries.result, document)
    return entries
  }

  private static func problem(
    _ error: FileError,
    of document: SourceEntries.Document
  ) -> SourceProblem {
    SourceProblem(
      path: document.name,
      message: "cannot \(error.action) \(error.path): \(error.reason)"
    )
  }

  /// An entry as a scan has posts.
  private static func post(
    of entry: EntryMerge.Merged,
    from name: String,
    language: String?
  ) -> SourcePost {
    var post = entry.post
    if post.language == language { post.language = nil }
    let place = entry.texts
    return SourcePost(
      post: post,
      path: name,
      file: "",
      body: PostBody(markup: .html, offset: place.lowerBound, length: place.count),
      section: nil,
      notes: []
    )
  }

  /// The whole post.
  func post(
    from source: SourcePost,
    feed: Int,
    parts: ContentRenderer.Parts
  ) throws(SourceProblem) -> Post {
    try renderers[feed].post(from: source, parts: parts)
  }

  private static func place(_ configuration: SiteConfiguration, _ output: String) -> SourcePlace {
    var path: String?
    if case .file(let file) = configuration.history { path = file }
    return SourcePlace(HistoryPlace(output: output, configured: path))
  }

  // MARK: Their documents

  private static func documents(
    _ wanted: [WantedFeeds.Feed],
    _ configuration: SiteConfiguration,
    _ refresher: SourceRefresher,
    _ report: inout SourceReport
  ) async throws(SourceProblem) -> [SourceEntries.Document?] {
    var requests: [SourceRequest] = []
    for feed in wanted {
      guard case .address(let address) = feed.place else { continue }
      requests.append(
        SourceRequest(
          address: address,
          kind: .feed,
          allowsPrivateAddresses: feed.allowsPrivateAddresses
        )
      )
    }
    var refreshed = await refresher.refresh(requests, warnings: &report.warnings)[...]
    var documents: [SourceEntries.Document?] = []
    for feed in wanted {
      switch feed.place {
      case .file(let name):
        let path = SourceListing.joined(configuration.folder, name)
        guard FileSystem.kind(of: path) == .file else {
          throw SourceProblem(
            path: name,
            message: "there is no such file",
            help: PathPattern.isPattern(name)
              ? "name each feed: patterns are for posts"
              : "posts.from is counted from the folder of the configuration"
          )
        }
        report.sources.append(
          SourceReport.Source(name: name, state: .notAsked, isList: false, hasDocument: true)
        )
        documents.append(SourceEntries.Document(path: path, name: name))
      case .address(let address):
        guard let source = refreshed.popFirst() else { continue }
        report.sources.append(source.report)
        documents.append(
          source.document.map {
            SourceEntries.Document(
              path: $0,
              name: source.report.name,
              address: address,
              location: source.location ?? address,
              charset: source.charset
            )
          }
        )
      }
    }
    return documents
  }

  /// A file that its owner names has to be a feed; what came from the web was one when it was kept.
  private static func check(
    _ result: FeedReadResult,
    _ document: SourceEntries.Document
  ) throws(SourceProblem) {
    guard document.address == nil else { return }
    guard result.isFeed else {
      throw SourceProblem(
        path: document.name,
        message: "it is no feed",
        help: "tidings validate says what it is"
      )
    }
    guard result.isComplete else {
      let place = result.notes.last { $0.kind == .syntax }
      throw SourceProblem(
        path: document.name,
        line: place?.position.line,
        column: place?.position.column,
        message: "the feed breaks off: \(place?.message ?? "its end is missing")"
      )
    }
  }
}
