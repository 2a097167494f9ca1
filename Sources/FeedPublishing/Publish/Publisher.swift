import FeedDiff
import FeedModel
import FeedSources
import FeedValidation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Publishes a site: build, check, compare with what is published, and replace all of it or nothing.
///
/// Safe at whatever moment it is killed: what is published is the old set or the new one, and the next
/// run completes what this one began.
public struct Publisher: Sendable {
  /// What a caller decides about one run.
  public struct Options: Sendable {
    /// The moment.
    public var now: Timestamp
    /// The folder to write to, instead of the configuration's.
    public var output: String?
    /// Whether it is a rehearsal, which touches nothing: feeds that posts are taken from are read as
    /// they were last.
    public var isDry = false
    /// Whether feeds that posts are taken from are read as they were last, without asking servers.
    public var isOffline = false
    /// What gates let through this time, instead of what the configuration says.
    public var gates: PublishGates?
    /// Entries of documents that have fewer are not taken over: those are made anew as fast.
    var leastEntries = 200
    /// Called with the number of posts that are done and of all.
    public var progress: (@Sendable (Int, Int) -> Void)?

    /// A run at a moment.
    public init(now: Timestamp) { self.now = now }
  }

  private let configurationPath: String
  let configuration: SiteConfiguration
  let validation: ValidationConfiguration
  let options: Options
  let trace: FileTrace
  let place: PublishPlace
  let output: String

  /// Clocks go wrong; one that is back by more than this many seconds is not believed.
  private static let clockTolerance: Int64 = 600

  /// A publisher of the site that a configuration describes.
  ///
  /// - Throws: `SourceProblem` for the configuration, `PublishError.noHistory`.
  public init(_ configurationPath: String, options: Options) throws {
    try self.init(configurationPath, options: options, trace: FileTrace(), needsHistory: true)
  }

  /// A publisher that notes what it looks at where its caller can see it.
  ///
  /// - Parameter needsHistory: Whether a site without a history is refused; a rehearsal remembers
  ///   nothing.
  init(
    _ configurationPath: String,
    options: Options,
    trace: FileTrace,
    needsHistory: Bool
  ) throws {
    self.configurationPath = configurationPath
    self.options = options
    self.trace = trace
    (configuration, validation) = try FileTrace.$current.withValue(trace) {
      (
        try ConfigurationReader.read(configurationPath),
        try ConfigurationReader.readValidation(configurationPath)
      )
    }
    var building = SiteBuilder.Options(now: options.now, output: options.output)
    building.isDry = false
    let builder = SiteBuilder(configuration, options: building)
    output = FileTrace.$current.withValue(trace) { builder.outputFolder() }
    let history = builder.historyPlace
    guard history != nil || !needsHistory else {
      throw PublishError.noHistory(path: configurationPath)
    }
    place = PublishPlace(history ?? HistoryPlace(output: output, configured: nil))
  }

  /// Publishes.
  ///
  /// - Throws: `SourceProblem`, `FileError`, `DatabaseError`, `PublishError`.
  public func run() async throws -> PublishReport {
    let signals = RunSignals(configuration, history: place.history.path, now: options.now)
    do {
      let report = try await attempt()
      if !options.isDry { signals.send(report) }
      return report
    } catch {
      if case PublishError.locked = error { throw error }
      if !options.isDry { signals.send(nil) }
      throw error
    }
  }

  private func attempt() async throws -> PublishReport {
    var report = PublishReport()
    let lock = try options.isDry ? nil : takeLock()
    defer { withExtendedLifetime(lock) {} }
    if !options.isDry { report.recovered = try recover() }
    let (seen, next) = report.recovered == 0 ? lookAtInputs() : (.different, nil)
    if seen == .same, !asksServers {
      report.nextChange = next
    } else {
      report = try await publish(report, takingOver: seen != .different)
    }
    if !options.isDry { try tell(&report) }
    return report
  }

  /// What is as the last run saw it, and when a post comes out or goes next.
  func lookAtInputs() -> (PublishInputsCheck.Outcome, nextChange: Timestamp?) {
    var reader = FileReader()
    guard (try? reader.open(place.inputs)) != nil, (try? reader.readToEnd()) != nil,
      let check = PublishInputsCheck(reader.bytes)
    else { return (.different, nil) }
    return (check.outcome(at: options.now, setting: setting), check.nextChange)
  }

  /// Whether other sites have to be asked for what is new.
  private var asksServers: Bool {
    guard !options.isOffline, !options.isDry else { return false }
    return configuration.feedSources.contains { source in
      (source.feeds + source.lists).contains { place in
        if case .address = place { return true }
        return false
      }
    }
  }

  /// Tells who is to be told, as far as it is due.
  private func tell(_ report: inout PublishReport) throws(DatabaseError) {
    let notify = configuration.publishing.notify
    guard !notify.isEmpty, FileSystem.kind(of: place.history.path) == .file else { return }
    let now = options.now.secondsSince1970
    // Looking writes nothing.
    let history = try BuildHistory(reading: place.history.path)
    guard try history.database.integer("PRAGMA user_version") ?? 0 > 1,
      try NotificationQueue(database: history.database).isDue(at: now)
    else { return }
    let queue = NotificationQueue(database: try BuildHistory.open(place.history.path).database)
    let outcome = try Notifier(configuration: notify, queue: queue, now: now).deliver()
    report.told = outcome.sent
    report.waiting = outcome.waiting
    report.warnings += outcome.warnings
  }

  func takeLock() throws -> PublishLock {
    try place.history.prepare()
    guard let lock = try PublishLock(place.lock) else {
      throw PublishError.locked(path: place.lock)
    }
    return lock
  }

  /// Completes what a run before has begun.
  func recover() throws -> Int {
    let journal = PublishJournal(path: place.journal)
    let moves = try journal.read()
    guard !moves.isEmpty else { return 0 }
    try journal.complete(moves)
    try journal.remove()
    return moves.count
  }

  /// What the result depends on beside files.
  var setting: String {
    "\(Tidings.version)\t\(AbsolutePath.of(configurationPath))\t\(AbsolutePath.of(output))"
  }

  /// When the next post comes out or goes, if no file changes; nil for never.
  ///
  /// - Throws: `SourceProblem` when a source is missing.
  public func nextChange() async throws(SourceProblem) -> Timestamp? {
    let grace = configuration.publishing.grace
    let now = options.now.advanced(by: -grace)
    let scan = try await SiteScan(configuration, now: now)
    return scan.nextChange(after: now)?.advanced(by: grace)
  }

  /// The feeds that posts are taken from, as they were last; nobody is asked.
  func sources() async throws(SourceProblem) -> SourceReport {
    guard !configuration.feedSources.isEmpty else { return SourceReport() }
    var building = SiteBuilder.Options(now: options.now, output: options.output)
    building.isOffline = true
    return try await SiteBuilder(configuration, options: building).siteFeeds().report
      ?? SourceReport()
  }

  // MARK: Building

  private func publish(
    _ report: PublishReport,
    takingOver: Bool
  ) async throws -> PublishReport {
    var report = report
    let now = try believableNow(&report)
    let rehearsal = try options.isDry ? RehearsalFolder() : nil
    let care = rehearsal.map { StagedFile.Care.rehearsal(folder: $0.path) } ?? .durableTogether
    var (build, changes) = try await compare(now, care, takingOver: takingOver, &report)
    report.build = build.report
    report.nextChange = build.nextChange?.advanced(by: configuration.publishing.grace)
    report.changes = changes.map(\.change)
    guard build.isReady, report.changes.allSatisfy(\.errors.isEmpty) else {
      build.discard()
      report.outcome = .invalid
      return report
    }
    guard report.refused.isEmpty else {
      build.discard()
      report.outcome = .refused
      return report
    }
    if let young = youngSource(now) {
      build.discard()
      report.outcome = .waiting(young)
      return report
    }
    if configuration.publishing.isCompressed {
      build.copies = try CompressedCopies.stage(of: build.documents, care: care)
    }
    let changed = build.files.filter { $0.outcome != .unchanged }
    report.files = changed.map(\.path)
    guard !options.isDry else {
      report.outcome = changed.isEmpty ? .unchanged : .rehearsed
      return report
    }
    try await commit(&build, changed, changes, now)
    report.build = build.report
    report.outcome = changed.isEmpty ? .unchanged : .published
    return report
  }

  /// A build beside what is published, and what it changes; what readers were told once of the time of
  /// change is not taken back.
  func compare(
    _ now: Timestamp,
    _ care: StagedFile.Care,
    takingOver: Bool,
    _ report: inout PublishReport
  ) async throws -> (StagedBuild, [StagedChange]) {
    var (build, changes) = try await compared(now, care, takingOver: takingOver)
    for warning in build.report.sources?.warnings ?? [] {
      let help = warning.help.map { " (\($0))" } ?? ""
      report.warnings.append("\(warning.source): \(warning.message)\(help)")
      if warning.isStale { report.hasStaleSource = true }
    }
    let floors = Self.floors(changes)
    if !floors.isEmpty, build.isReady {
      build.discard()
      (build, changes) = try await compared(
        now,
        care,
        floors: floors,
        isOffline: true,
        takingOver: takingOver
      )
    }
    return (build, changes)
  }

  /// A build beside what is published, and what it changes.
  ///
  /// - Parameter takingOver: Whether entries may be taken over from what is published. Where that comes
  ///   to an error, all is made anew: what is said of it then is of the whole document.
  private func compared(
    _ now: Timestamp,
    _ care: StagedFile.Care,
    floors: [String: Timestamp] = [:],
    isOffline: Bool = false,
    takingOver: Bool
  ) async throws -> (StagedBuild, [StagedChange]) {
    if takingOver, canTakeOver {
      let build = try await stage(now, care, floors: floors, isOffline: isOffline, takingOver: true)
      if build.report.refusals.isEmpty, let changes = try await checked(build, now, care) {
        return (build, changes)
      }
      build.discard()
    }
    let build = try await stage(now, care, floors: floors, isOffline: isOffline)
    return (build, try await checked(build, now, care) ?? [])
  }

  /// What a build changes, while its files are brought to the disk.
  private func checked(
    _ build: StagedBuild,
    _ now: Timestamp,
    _ care: StagedFile.Care
  ) async throws -> [StagedChange]? {
    let fresh = build.isReady ? build.documents.filter { $0.outcome != .unchanged } : []
    let paths = care == .durableTogether ? fresh.map(\.stagedPath) : []
    async let synced: Void = DurableFile.sync(paths)
    let changes = try await changes(in: build, now)
    // The history needs it in a moment, and the disk is still at work.
    if !paths.isEmpty { for stage in build.stages { _ = stage.built } }
    try await synced
    return changes
  }

  /// Whether single entries can be checked for all that a document is refused for.
  var canTakeOver: Bool {
    configuration.feedSources.isEmpty && !validation.severities.values.contains(.error)
  }

  func stage(
    _ now: Timestamp,
    _ care: StagedFile.Care,
    floors: [String: Timestamp] = [:],
    isOffline: Bool = false,
    takingOver: Bool = false
  ) async throws -> StagedBuild {
    // Posts come out some time after their date, so that their authors can think again.
    let moment = now.advanced(by: -configuration.publishing.grace)
    var building = SiteBuilder.Options(now: moment, output: options.output)
    building.gathersEntries = true
    building.earliestUpdates = floors
    building.isOffline = isOffline || options.isOffline || options.isDry
    var refreshing = SourceRefresher.Options(now: now)
    refreshing.patience = configuration.publishing.patience
    building.refreshing = refreshing
    building.progress = options.progress
    if canTakeOver {
      let (place, setting, documents) = (place, setting, publishedDocuments)
      async let heads = takingOver ? PostHeads(reading: place.heads, setting: setting) : nil
      async let known = takingOver ? documents.all() : [:]
      building.takeover = EntryTakeoverPlan(
        documents: documents,
        known: await known,
        heads: await heads
      )
    }
    let builder = SiteBuilder(configuration, options: building)
    return try await FileTrace.$current.withValue(trace) { try await builder.stage(care: care) }
  }

  /// Now, unless the clock says something that cannot be.
  func believableNow(_ report: inout PublishReport) throws(DatabaseError) -> Timestamp {
    guard FileSystem.kind(of: place.history.path) == .file,
      let last = try BuildHistory(reading: place.history.path).last()
    else { return options.now }
    guard last.made > options.now.advanced(by: Self.clockTolerance) else { return options.now }
    report.warnings.append(
      "the clock says \(RFC3339.string(options.now.utc)), and the last build was made at "
        + "\(RFC3339.string(last.made.utc)), which is taken for now"
    )
    return last.made
  }

  /// A file that was written to so shortly ago that somebody may still be at it.
  func youngSource(_ now: Timestamp) -> String? {
    let age = configuration.publishing.minimumAge
    guard age > 0 else { return nil }
    let (latest, isTooLong) = now.advanced(by: -age).secondsSince1970
      .multipliedReportingOverflow(by: 1_000_000_000)
    guard !isTooLong else { return nil }
    // What was fetched just now is whole: it was put in its place in one step.
    let own = Set(ownFolders(trace.stamps.keys))
    return trace.stamps.filter { path, stamp in
      stamp.kind == .file && stamp.modified > latest && !own.contains(path)
    }.keys.min()
  }
}
