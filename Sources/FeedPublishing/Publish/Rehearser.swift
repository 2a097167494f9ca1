import FeedFormats
import FeedModel
import FeedSources
import FeedValidation

/// Rehearses the publishing of a site, for looking at what would come of it. Nothing in the site's
/// folder is touched, and no server is asked.
public struct Rehearser: Sendable {
  private let configurationPath: String
  private let output: String?
  private let folder: String

  /// A rehearser.
  ///
  /// - Parameters:
  ///   - configurationPath: The site's configuration.
  ///   - output: The folder that is published to, instead of the configuration's.
  ///   - folder: A folder for files that are thrown away.
  public init(configurationPath: String, output: String?, folder: String) {
    self.configurationPath = configurationPath
    self.output = output
    self.folder = folder
  }

  /// Rehearses. What is wrong with the site is in the rehearsal.
  public func run(now: Timestamp) async -> Rehearsal {
    let trace = FileTrace()
    do {
      return try await run(now, trace)
    } catch {
      var rehearsal = Rehearsal(now: now, folder: nil)
      rehearsal.problems = [Rehearsal.Problem(error)]
      rehearsal.inputs = RehearsalInputs(trace, published: [], nextChange: nil)
      return rehearsal
    }
  }

  private func run(_ now: Timestamp, _ trace: FileTrace) async throws -> Rehearsal {
    var options = Publisher.Options(now: now)
    options.output = output
    options.isDry = true
    let publisher = try Publisher(
      configurationPath,
      options: options,
      trace: trace,
      needsHistory: false
    )
    let folder = try RehearsalFolder(in: folder)
    var rehearsal = Rehearsal(now: now, folder: folder)
    rehearsal.title = publisher.configuration.site.title
    rehearsal.address = publisher.configuration.url.string
    rehearsal.output = publisher.output
    rehearsal.assetFolders = publisher.configuration.assetFolders
    rehearsal.hasCompressedCopies = publisher.configuration.publishing.isCompressed
    rehearsal.patterns = publisher.configuration.documentPatterns
    do {
      try await stage(with: publisher, in: folder, &rehearsal)
    } catch {
      rehearsal.problems = [Rehearsal.Problem(error)]
    }
    rehearsal.inputs = RehearsalInputs(
      trace,
      published: rehearsal.documents.map(\.file),
      nextChange: rehearsal.nextChange
    )
    return rehearsal
  }

  private func stage(
    with publisher: Publisher,
    in folder: RehearsalFolder,
    _ rehearsal: inout Rehearsal
  ) async throws {
    var report = PublishReport()
    let now = try publisher.believableNow(&report)
    // All is made anew: what is looked at is the whole of each document.
    let (build, staged) = try await publisher.compare(
      now,
      .rehearsal(folder: folder.path),
      takingOver: false,
      &report
    )
    let changes = staged.map(\.change)
    rehearsal.build = build.report
    rehearsal.warnings = report.warnings
    rehearsal.nextChange = build.nextChange?
      .advanced(by: publisher.configuration.publishing.grace)
    guard build.isReady else {
      rehearsal.problems =
        (build.report.problems + build.report.conflicts).map { Rehearsal.Problem($0) }
        + build.report.refusals.map { Rehearsal.Problem($0) }
      build.discard()
      return
    }
    rehearsal.documents = Self.documents(of: build, changes)
    // The files stay until the folder goes.
    for file in build.files { file.release() }
    rehearsal.youngSource = publisher.youngSource(now)
    let isSame = rehearsal.documents.allSatisfy { $0.outcome == .unchanged }
    if !isSame, publisher.lookAtInputs().0 == .same { rehearsal.rests = true }
  }

  private static func documents(
    of build: StagedBuild,
    _ changes: [PublishReport.Change]
  ) -> [Rehearsal.Document] {
    let changes = Dictionary(changes.map { ($0.path, $0) }) { first, _ in first }
    var documents = build.stages.map { stage in
      Rehearsal.Document(
        path: stage.plan.path,
        file: stage.file.path,
        stagedPath: stage.file.stagedPath,
        kind: stage.plan.format.documentKind,
        format: stage.plan.format.name,
        entries: stage.entries,
        size: stage.file.size,
        outcome: stage.file.outcome.reported,
        change: changes[stage.file.path],
        omissions: stage.omissions
      )
    }
    if let list = build.list, let path = build.listPath {
      documents.append(
        Rehearsal.Document(
          path: path,
          file: list.path,
          stagedPath: list.stagedPath,
          kind: .opml,
          format: "OPML 2.0",
          entries: build.stages.count { !$0.plan.feed.paging.isArchive },
          size: list.size,
          outcome: list.outcome.reported,
          change: nil,
          omissions: []
        )
      )
    }
    return documents
  }

  /// What the validator has to say of a document that stays as it is.
  public func findings(in document: Rehearsal.Document, now: Timestamp) throws -> [Diagnostic] {
    var options = Publisher.Options(now: now)
    options.output = output
    let publisher = try Publisher(
      configurationPath,
      options: options,
      trace: FileTrace(),
      needsHistory: false
    )
    return try publisher.findings(ofFile: document.stagedPath, now)
  }
}

extension SiteConfiguration {
  /// The folders of `files:` and of the generators that are named. The site's own folder is none: not
  /// all that is in it is published.
  fileprivate var assetFolders: [String] {
    var folders: [String] = []
    for source in sources {
      for name in source.assetFolders + (source.preset?.staticFolders ?? []) where name != "." {
        let folder = SourceListing.joined(self.folder, name)
        if !folders.contains(folder) { folders.append(folder) }
      }
    }
    return folders
  }

  /// What the paths of documents look like.
  fileprivate var documentPatterns: [PermalinkPattern] {
    feeds.map(\.path) + feeds.compactMap(\.archive?.path)
      + [opml.flatMap { try? PermalinkPattern($0) }].compactMap(\.self)
  }
}

extension FeedFormat {
  fileprivate var documentKind: Rehearsal.Document.Kind {
    switch self {
    case .rss: .rss
    case .atom: .atom
    case .json: .jsonFeed
    }
  }
}

extension Rehearsal.Problem {
  init(_ problem: SourceProblem) {
    self.init(
      path: problem.path,
      line: problem.line,
      column: problem.column,
      message: problem.message,
      help: problem.help
    )
  }

  init(_ refusal: BuildReport.Refusal) {
    let finding = refusal.diagnostic
    self.init(
      path: refusal.path,
      line: finding.line == 0 ? nil : finding.line,
      column: finding.column == 0 ? nil : finding.column,
      message: finding.message,
      help: finding.help,
      rule: finding.rule,
      source: refusal.source
    )
  }

  /// What was thrown, in words.
  init(_ error: any Error) {
    switch error {
    case let problem as SourceProblem: self.init(problem)
    case let error as FileError:
      self.init(path: error.path, message: "cannot \(error.action): \(error.reason)")
    case let error as DatabaseError:
      self.init(
        path: error.path,
        message: error.message,
        help: error.isDamaged ? "without the file the next run begins a new history" : nil
      )
    default: self.init(message: "\(error)")
    }
  }
}
