import FeedDiff
import FeedFormats
import FeedModel
import FeedSources

/// Brings back the feeds of an earlier build.
///
/// Publishing then rests until a source changes: it would bring the same feeds again.
public struct Rollback {
  /// What is done about a file.
  private enum Step {
    case restore(kept: String, target: String)
    case remove(target: String)
  }

  /// What a rollback did, or would do.
  public struct Report: Sendable {
    /// The build that is brought back.
    public var build: Int64
    /// The documents that become others.
    public var changes: [PublishReport.Change] = []
    /// How many files change in all.
    public var files = 0
    /// Whether publishing rests until a source changes.
    public var rests = true
    /// Whether nothing was touched.
    public var isDry: Bool
  }

  private let publisher: Publisher

  /// A rollback of what a publisher published.
  public init(_ publisher: Publisher) { self.publisher = publisher }

  /// Brings a build back; the one before the last if none is named.
  ///
  /// - Throws: `RollbackError`, `FileError`, `DatabaseError`, `PublishError`.
  public func run(to wanted: Int64?) async throws -> Report {
    let isDry = publisher.options.isDry
    guard FileSystem.kind(of: publisher.place.history.path) == .file else {
      throw RollbackError.nothingKept
    }
    let lock = try isDry ? nil : publisher.takeLock()
    defer { withExtendedLifetime(lock) {} }
    if !isDry { _ = try publisher.recover() }
    let build = try target(wanted)
    let steps = try steps(to: build)
    var report = Report(build: build, isDry: isDry)
    report.files = steps.count
    for case .restore(let kept, let path) in steps {
      if let change = try change(from: path, to: kept) { report.changes.append(change) }
    }
    if isDry || steps.isEmpty { return report }
    try await commit(steps, to: build, &report)
    return report
  }

  /// The build that is meant, if it can be brought back.
  private func target(_ wanted: Int64?) throws -> Int64 {
    let builds = try BuildHistory(reading: publisher.place.history.path).builds().map(\.id)
    let kept = publisher.keptBuilds.builds()
    guard let oldest = kept.first else { throw RollbackError.nothingKept }
    guard let build = wanted ?? builds.dropFirst().first else { throw RollbackError.nothingKept }
    guard builds.contains(build) else { throw RollbackError.noSuchBuild(build) }
    guard build >= oldest else { throw RollbackError.notKept(build, oldest: oldest) }
    return build
  }

  private func steps(to build: Int64) throws(FileError) -> [Step] {
    let kept = publisher.keptBuilds
    var steps: [Step] = []
    for target in kept.targets(since: build) {
      switch kept.state(of: target, at: build) {
      case .unchanged: break
      case .absent:
        if FileSystem.kind(of: target) != nil { steps.append(.remove(target: target)) }
      case .file(let path):
        if try !Self.areSame(path, target) { steps.append(.restore(kept: path, target: target)) }
      }
    }
    return steps
  }

  private static func areSame(_ left: String, _ right: String) throws(FileError) -> Bool {
    guard FileSystem.size(ofFile: left) == FileSystem.size(ofFile: right) else { return false }
    return try bytes(left) == bytes(right)
  }

  private static func bytes(_ path: String) throws(FileError) -> [UInt8] {
    var reader = FileReader()
    try reader.open(path)
    try reader.readToEnd()
    return Array(reader.bytes)
  }

  /// Between a document as it is and as it was; nil for what is no feed.
  private func change(from path: String, to kept: String) throws -> PublishReport.Change? {
    let then = try Publisher.snapshot(kept)
    if then.kind == .unknown || then.kind.isList { return nil }
    let isMissing = FileSystem.kind(of: path) == nil
    let now = try isMissing ? .empty(then.kind) : Publisher.snapshot(path)
    return PublishReport.Change(
      path: path,
      address: then.feed.selfURL,
      difference: try FeedDifference(old: now, new: then),
      refusals: [],
      findings: [],
      isNew: isMissing
    )
  }

  private func commit(_ steps: [Step], to build: Int64, _ report: inout Report) async throws {
    var staged: [StagedFile] = []
    var moves: [PublishJournal.Move] = []
    for step in steps {
      switch step {
      case .remove(let target):
        moves.append(PublishJournal.Move(staged: nil, target: target))
      case .restore(let kept, let target):
        let file = try StagedFile(path: target, care: .durable)
        try Self.bytes(kept).withUnsafeBufferPointer { try file.write($0) }
        try file.finish()
        staged.append(file)
        moves.append(PublishJournal.Move(staged: file.stagedPath, target: target))
      }
    }
    CrashPoint.pass()
    // What is taken back can be brought again.
    try publisher.keep(moves.map(\.target))
    try publisher.keptBuilds.prune()
    CrashPoint.pass()
    let journal = PublishJournal(path: publisher.place.journal)
    try journal.write(moves)
    for file in staged { file.release() }
    CrashPoint.pass()
    try journal.complete(moves)
    try remember(build)
    CrashPoint.pass()
    try journal.remove()
    CrashPoint.pass()
    report.rests = try await rest()
  }

  /// Records the feeds of the build as those of a new one.
  private func remember(_ build: Int64) throws {
    let history = try BuildHistory.open(publisher.place.history.path)
    let feeds = try history.feeds(after: build).compactMap { path, snapshot in
      snapshot.kind.format.map { BuiltFeed(path: path, format: $0, snapshot: snapshot) }
    }
    _ = try history.record(feeds, made: publisher.options.now)
  }

  /// Lets the next run of publishing find nothing to do, as long as the sources are what they are.
  private func rest() async throws -> Bool {
    let folder = try RehearsalFolder()
    let care = StagedFile.Care.rehearsal(folder: folder.path)
    do {
      let build = try await publisher.stage(publisher.options.now, care, isOffline: true)
      defer { build.discard() }
      return build.isReady ? try publisher.noteInputs(build) : false
    } catch is SourceProblem {
      // Publishing has nothing that it could bring, either.
      return false
    }
  }
}

/// Why a build cannot be brought back.
public enum RollbackError: Error, Sendable, Equatable {
  /// Nothing was published yet, or once only.
  case nothingKept
  /// There is no build of this number.
  case noSuchBuild(Int64)
  /// Its feeds are not kept any more.
  case notKept(Int64, oldest: Int64)
}

extension FeedKind {
  fileprivate var isList: Bool {
    if case .opml = self { return true }
    return false
  }

  /// The format in which builds write such documents.
  fileprivate var format: FeedFormat? {
    switch self {
    case .rss: .rss
    case .atom: .atom
    case .jsonFeed: .json
    default: nil
    }
  }
}
