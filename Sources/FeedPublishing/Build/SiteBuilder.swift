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
    /// Called with the number of posts that are done and of all.
    public var progress: (@Sendable (Int, Int) -> Void)?

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
    var report = BuildReport()
    report.isDry = options.isDry
    var scan = try await SiteScan(configuration, now: options.now)
    let ids = try configuration.ledgerPath.map { (path) throws(SourceProblem) in
      IDAssignment(
        try IDLedger(reading: path),
        posts: scan.identities(below: configuration.folder),
        folder: configuration.folder,
        leftOut: { Set(scan.leftOut.map(\.path)) }
      )
    }
    if let ids {
      scan.take(ids)
      report.ledger = ids.report
      report.notes = ids.notes
      report.conflicts = ids.conflicts
    }
    report.leftOut = scan.leftOut.map { BuildReport.LeftOut(path: $0.path, reason: $0.reason) }
    report.problems = scan.problems
    report.conflicts += scan.duplicates()
    let plan = BuildPlan(configuration, posts: scan.posts)
    report.problems += plan.problems
    guard report.problems.isEmpty, report.conflicts.isEmpty else { return report }

    let folder = outputFolder()
    let place = options.isDry ? nil : historyPlace(folder)
    let writers = plan.documents.map { $0.writer(for: scan.posts) }
    var stages: [DocumentStage] = []
    for (document, writer) in zip(plan.documents, writers) {
      stages.append(
        try DocumentStage(
          document,
          writer: writer,
          folder: folder,
          isDry: options.isDry,
          isOneOfMany: plan.documents.count > Self.manyDocuments
        )
      )
    }
    let renderer = EntryRenderer(
      scan,
      documents: plan.documents,
      writers: writers,
      gathersEntries: place != nil
    )
    report.posts = renderer.count
    try await fill(stages, with: renderer, report: &report)
    report.notes.sort { ($0.path, $0.message) < ($1.path, $1.message) }
    guard report.problems.isEmpty else { return report }

    for stage in stages {
      let findings = try stage.finish()
      report.refusals += findings.filter { $0.severity == .error }.map { finding in
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
    let list = try listStage(plan.documents, folder: folder, report: &report)
    guard report.refusals.isEmpty else { return report }
    if !options.isDry {
      // Before the feeds: an id that subscribers know is in the ledger, whatever ends the build.
      if let ids { try ids.ledger.append(ids.lines) }
      for stage in stages { try stage.file.commit() }
      try list?.commit()
    }
    report.documents = stages.map(Self.document)
    if let place { record(stages, in: place, report: &report) }
    if let list {
      report.documents.append(
        BuildReport.Document(
          path: list.path,
          format: "OPML 2.0",
          entries: plan.documents.filter { !$0.feed.paging.isArchive }.count,
          overBudget: 0,
          size: list.size,
          outcome: list.outcome.reported,
          omissions: []
        )
      )
    }
    return report
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

  /// Records what was written. The feeds are what matters: a history that cannot be kept is told of,
  /// and is no failure.
  private func record(
    _ stages: [DocumentStage],
    in place: HistoryPlace,
    report: inout BuildReport
  ) {
    do {
      try place.prepare()
      let history = try BuildHistory.open(place.path)
      let feeds = stages.map { $0.built(prefix: place.prefix) }
      let differences = try history.record(feeds, made: options.now)
      for (index, feed) in feeds.enumerated() {
        report.documents[index].difference = differences[feed.path]
      }
    } catch let error as DatabaseError {
      let help = error.isDamaged ? "; without the file a new one is begun" : ""
      report.historyProblem = "\(error.path): \(error.message)\(help)"
    } catch let error as FileError {
      report.historyProblem = "\(error.path): cannot \(error.action): \(error.reason)"
    } catch {
      report.historyProblem = "\(error)"
    }
  }

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
    let file = try StagedFile(path: SourceListing.joined(folder, path), isDry: options.isDry)
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
  private func outputFolder() -> String {
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

  private static func document(_ stage: DocumentStage) -> BuildReport.Document {
    BuildReport.Document(
      path: stage.file.path,
      format: stage.plan.format.name,
      entries: stage.entries,
      overBudget: stage.plan.members.count - stage.entries,
      size: stage.file.size,
      outcome: stage.file.outcome.reported,
      omissions: stage.omissions
    )
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
