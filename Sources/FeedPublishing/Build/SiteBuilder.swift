import FeedDiff
import FeedFormats
import FeedModel
import FeedSources
import FeedValidation

/// Builds the feeds of a site: scan, plan, render, check, and only then replace.
public struct SiteBuilder: Sendable {
  private let configuration: SiteConfiguration
  private let options: Options

  /// From here on, documents share the files and parsers that may be open at once.
  private static let manyDocuments = 32

  /// What a caller decides about one build.
  public struct Options: Sendable {
    /// The moment of the build: what is dated later is not seen.
    public var now: Timestamp
    /// The folder to write to, instead of the configuration's.
    public var output: String?
    /// Whether the documents are only checked.
    public var isDry: Bool
    /// Whether entries are gathered to be compared, also where no history is kept.
    var gathersEntries = false
    /// The time of change that a document says at least, by its path below the output folder: what
    /// readers were told once is not taken back when the newest post goes.
    var earliestUpdates: [String: Timestamp] = [:]
    /// Whether feeds that posts are taken from are read as they were last, without asking servers.
    public var isOffline = false
    /// Called with the number of posts that are done and of all.
    public var progress: (@Sendable (Int, Int) -> Void)?
    /// What is known of the published documents, for those who take entries over from them.
    var takeover: EntryTakeoverPlan?
    /// How servers are asked; nil for the usual way.
    var refreshing: SourceRefresher.Options?

    /// A build at a moment.
    public init(now: Timestamp, output: String? = nil, isDry: Bool = false) {
      self.now = now
      self.output = output
      self.isDry = isDry
    }
  }

  /// A builder for a configuration.
  public init(_ configuration: SiteConfiguration, options: Options) {
    self.configuration = configuration
    self.options = options
  }

  /// Builds. When the report has problems, conflicts or refusals, every file is as it was.
  ///
  /// - Throws: `SourceProblem` when a source is missing, `FileError` when a file cannot be written.
  public func build() async throws -> BuildReport {
    var build = try await stage()
    guard build.isReady else { return build.report }
    if !options.isDry {
      try build.keepIDs()
      for file in build.files { try file.commit() }
    }
    build.record(made: options.now)
    return build.report
  }

  /// Builds up to where files are replaced.
  ///
  /// - Parameter care: How the new files are kept until then.
  /// - Throws: See ``build()``.
  func stage(care: StagedFile.Care = .usual) async throws -> StagedBuild {
    var build = StagedBuild(place: options.isDry ? nil : historyPlace)
    build.report.isDry = options.isDry
    let feeds = try await siteFeeds()
    var scan = try await SiteScan(
      configuration,
      now: options.now,
      heads: options.takeover?.heads
    )
    build.ids = try configuration.ledgerPath.map { (path) throws(SourceProblem) in
      IDAssignment(
        try IDLedger(reading: path),
        posts: scan.identities(below: configuration.folder),
        folder: configuration.folder,
        leftOut: { Set(scan.leftOut.map(\.path)) }
      )
    }
    if let ids = build.ids {
      scan.take(ids)
      build.report.ledger = ids.report
      build.report.notes = ids.notes
      build.report.conflicts = ids.conflicts
    }
    scan.take(feeds, for: configuration.feeds)
    build.nextChange = scan.nextChange(after: options.now)
    build.report.sources = feeds.report
    build.report.leftOut = scan.leftOut.map(BuildReport.LeftOut.init)
    build.report.problems = scan.problems
    build.report.conflicts += scan.duplicates()
    var plan = BuildPlan(configuration, posts: scan.posts)
    plan.hold(options.earliestUpdates)
    build.report.problems += plan.problems
    guard build.isReady else { return build }

    let folder = outputFolder()
    let namespaces = plan.documents.map { $0.namespaces(of: scan.posts) }
    let writers = zip(plan.documents, namespaces).map { $0.writer(declaring: $1) }
    let reuses = options.takeover?.reuses(of: plan.documents, namespaces, scan, folder: folder)
    for (index, document) in plan.documents.enumerated() {
      build.stages.append(
        try DocumentStage(
          document,
          writer: writers[index],
          folder: folder,
          reuse: reuses?[index],
          isDry: options.isDry,
          isOneOfMany: plan.documents.count > Self.manyDocuments,
          care: care
        )
      )
    }
    let renderer = EntryRenderer(
      scan,
      documents: plan.documents,
      writers: writers,
      reuses: build.stages.map { $0.takeover?.reuse },
      gathersEntries: options.gathersEntries || build.place != nil,
      postFiles: options.takeover.map { _ in scan.files }
    )
    build.report.posts = renderer.posts
    build.report.notes += renderer.notes
    build.scan = scan
    build.heads = options.takeover?.heads
    build.continuesLast =
      build.heads != nil || build.stages.contains { $0.takeover != nil }
    try await fill(build.stages, with: renderer, report: &build.report)
    build.report.notes.sort { ($0.path, $0.message) < ($1.path, $1.message) }
    guard build.isReady else { return build }

    for stage in build.stages {
      let findings = try stage.finish()
      build.report.refusals += findings.filter { $0.severity == .error }.map { finding in
        let member = finding.entryIndex.flatMap {
          stage.members.indices.contains($0) ? stage.members[$0] : nil
        }
        return BuildReport.Refusal(
          path: stage.file.path,
          diagnostic: finding,
          source: member.map { scan.posts[$0].source.path }
        )
      }
    }
    build.listPath = configuration.opml
    build.list = try listStage(plan.documents, folder: folder, care: care, report: &build.report)
    guard build.isReady else { return build }
    build.reportDocuments(plan.documents)
    return build
  }

  /// The posts that come from feeds. A build that writes nothing does not fetch either.
  func siteFeeds() async throws(SourceProblem) -> SiteFeeds {
    var refreshing = options.refreshing ?? SourceRefresher.Options(now: options.now)
    refreshing.isOffline = options.isOffline || options.isDry
    return try await SiteFeeds(
      configuration,
      output: outputFolder(),
      options: refreshing,
      most: SiteScan.newest(of: configuration.feeds)
    )
  }

  /// Where this build keeps what it changed; nil for nowhere.
  private func historyPlace(_ folder: String) -> HistoryPlace? {
    switch configuration.history {
    case .none: nil
    case .besideOutput: HistoryPlace(output: folder, configured: nil)
    case .file(let path): HistoryPlace(output: folder, configured: path)
    }
  }

  /// The place of the site's history; nil if it keeps none.
  public var historyPlace: HistoryPlace? { historyPlace(outputFolder()) }

  private func fill(
    _ stages: [DocumentStage],
    with renderer: EntryRenderer,
    report: inout BuildReport
  ) async throws {
    var done = 0
    var notes: [BuildReport.Note] = []
    var problems: [SourceProblem] = []
    try await renderer.run { result in
      done += result.posts
      notes += result.notes
      problems += result.problems
      // After a problem the rest is still read, so that all problems are shown at once.
      if problems.isEmpty {
        for (document, entries) in result.chunks { try stages[document].append(entries) }
      }
      options.progress?(done, renderer.count)
      return stages.contains { !$0.isFull }
    }
    report.notes += notes
    report.problems += problems
  }

  /// The list of the site's feeds, archives left out.
  private func listStage(
    _ documents: [DocumentPlan],
    folder: String,
    care: StagedFile.Care,
    report: inout BuildReport
  ) throws -> StagedFile? {
    guard let path = configuration.opml else { return nil }
    let current = documents.filter { !$0.feed.paging.isArchive }
    let list = SubscriptionList(
      title: configuration.site.title,
      modified: current.compactMap(\.feed.updated).max(),
      owner: configuration.site.authors.first,
      subscriptions: current.compactMap { document in
        document.feed.selfURL.map {
          SubscriptionList.Subscription(
            title: document.feed.title,
            feedURL: $0,
            homePage: document.feed.homePage,
            description: document.feed.subtitle,
            language: document.feed.language
          )
        }
      }
    )
    let bytes = OPMLWriter(list).document().bytes
    let file = try StagedFile(
      path: SourceListing.joined(folder, path),
      isDry: options.isDry,
      care: care
    )
    let gate = FeedGate(kind: .opml)
    try bytes.withUnsafeBufferPointer {
      gate.consume($0)
      try file.write($0)
    }
    try file.finish()
    report.refusals += gate.finish().filter { $0.severity == .error }.map {
      BuildReport.Refusal(path: file.path, diagnostic: $0, source: nil)
    }
    return file
  }

  /// The configuration's folder, else the usual ones of site generators, else `feeds`.
  func outputFolder() -> String {
    if let output = options.output { return output }
    if let output = configuration.output {
      return SourceListing.joined(configuration.folder, output)
    }
    for name in ["public", "static", "_site"] {
      let folder = SourceListing.joined(configuration.folder, name)
      if FileSystem.kind(of: folder) == .folder { return folder }
    }
    return SourceListing.joined(configuration.folder, "feeds")
  }
}

extension StagedFile.Outcome {
  /// The outcome in a report.
  var reported: BuildReport.Document.Outcome {
    switch self {
    case .created: .created
    case .replaced: .changed
    case .unchanged: .unchanged
    }
  }
}
