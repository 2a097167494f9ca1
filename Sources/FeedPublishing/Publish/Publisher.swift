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
    /// Called with the number of posts that are done and of all.
    public var progress: (@Sendable (Int, Int) -> Void)?

    /// A run at a moment.
    public init(now: Timestamp) { self.now = now }
  }

  private let configurationPath: String
  private let configuration: SiteConfiguration
  private let validation: ValidationConfiguration
  let options: Options
  private let trace = FileTrace()
  let place: PublishPlace
  let output: String

  /// Clocks go wrong; one that is back by more than this many seconds is not believed.
  private static let clockTolerance: Int64 = 600

  /// A publisher of the site that a configuration describes.
  ///
  /// - Throws: `SourceProblem` for the configuration, `PublishError.noHistory`.
  public init(_ configurationPath: String, options: Options) throws {
    self.configurationPath = configurationPath
    self.options = options
    let trace = trace
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
    guard let history = builder.historyPlace else {
      throw PublishError.noHistory(path: configurationPath)
    }
    place = PublishPlace(history)
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
    if report.recovered == 0, !asksServers, let next = unchanged() {
      report.nextChange = next
    } else {
      report = try await publish(report)
    }
    if !options.isDry { try tell(&report) }
    return report
  }

  /// When a post comes out or goes next, if all is as the last run saw it; nil if it is not.
  private func unchanged() -> Timestamp?? {
    var reader = FileReader()
    guard (try? reader.open(place.inputs)) != nil, (try? reader.readToEnd()) != nil,
      let check = PublishInputsCheck(reader.bytes),
      check.holds(at: options.now, setting: setting)
    else { return .none }
    return .some(check.nextChange)
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
  private var setting: String {
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

  private func publish(_ report: PublishReport) async throws -> PublishReport {
    var report = report
    let now = try believableNow(&report)
    let rehearsal = try options.isDry ? RehearsalFolder() : nil
    let care = rehearsal.map { StagedFile.Care.rehearsal(folder: $0.path) } ?? .durable
    var build = try await stage(now, care)
    for warning in build.report.sources?.warnings ?? [] {
      let help = warning.help.map { " (\($0))" } ?? ""
      report.warnings.append("\(warning.source): \(warning.message)\(help)")
    }
    var changes = try await changes(in: build, now)
    let floors = Self.floors(changes)
    if !floors.isEmpty, build.isReady {
      build.discard()
      build = try await stage(now, care, floors: floors, isOffline: true)
      changes = try await self.changes(in: build, now)
    }
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
    try commit(&build, changed, now, &report)
    report.build = build.report
    report.outcome = changed.isEmpty ? .unchanged : .published
    return report
  }

  func stage(
    _ now: Timestamp,
    _ care: StagedFile.Care,
    floors: [String: Timestamp] = [:],
    isOffline: Bool = false
  ) async throws -> StagedBuild {
    // Posts come out some time after their date, so that their authors can think again.
    let moment = now.advanced(by: -configuration.publishing.grace)
    var building = SiteBuilder.Options(now: moment, output: options.output)
    building.gathersEntries = true
    building.earliestUpdates = floors
    building.isOffline = isOffline || options.isOffline || options.isDry
    building.refreshing = SourceRefresher.Options(now: now)
    building.progress = options.progress
    let builder = SiteBuilder(configuration, options: building)
    return try await FileTrace.$current.withValue(trace) { try await builder.stage(care: care) }
  }

  /// Now, unless the clock says something that cannot be.
  private func believableNow(_ report: inout PublishReport) throws(DatabaseError) -> Timestamp {
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
  private func youngSource(_ now: Timestamp) -> String? {
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

  // MARK: Comparing

  private func changes(
    in build: StagedBuild,
    _ now: Timestamp
  ) async throws -> [(change: PublishReport.Change, path: String)] {
    guard build.isReady else { return [] }
    var changes: [(change: PublishReport.Change, path: String)] = []
    for stage in build.stages where stage.file.outcome != .unchanged {
      let isNew = stage.file.outcome == .created
      let (stagedPath, publishedPath) = (stage.file.stagedPath, stage.file.path)
      // Side by side: reading is most of the work.
      async let before = isNew ? nil : Self.snapshot(publishedPath)
      async let errors = errors(in: stagedPath, now)
      let staged = try Self.snapshot(stagedPath)
      let published = try await before ?? .empty(staged.kind)
      let difference = try FeedDifference(old: published, new: staged)
      let gates = options.gates ?? configuration.publishing.gates
      changes.append(
        (
          PublishReport.Change(
            path: stage.file.path,
            address: stage.plan.feed.selfURL,
            difference: difference,
            refusals: gates.refusals(of: difference, size: stage.file.size),
            errors: try await errors,
            isNew: isNew
          ),
          stage.plan.path
        )
      )
    }
    return changes
  }

  static func snapshot(_ path: String) throws(FileError) -> FeedSnapshot {
    let reader = FeedSnapshotReader()
    guard let document = try FileDocument(opening: path) else {
      throw FileError("read", path, code: ESPIPE)
    }
    try document.read(0..<Int.max) { reader.consume($0) }
    return reader.finish(source: document)
  }

  private func errors(in path: String, _ now: Timestamp) throws(FileError) -> [Diagnostic] {
    let validator = FeedValidator(
      ValidationSettings(now: now.secondsSince1970, severities: validation.severities)
    )
    guard let document = try FileDocument(opening: path) else { return [] }
    try document.read(0..<Int.max) { validator.consume($0) }
    return validator.finish().diagnostics.filter { $0.severity == .error }
  }

  /// The documents that would say that they changed earlier than they said before: when the newest
  /// entry goes, what it said stays.
  private static func floors(
    _ changes: [(change: PublishReport.Change, path: String)]
  ) -> [String: Timestamp] {
    var floors: [String: Timestamp] = [:]
    for (change, path) in changes {
      guard let before = change.difference.old.feed.updated,
        let after = change.difference.new.feed.updated, after < before
      else { continue }
      floors[path] = before
    }
    return floors
  }

  // MARK: Committing

  private func commit(
    _ build: inout StagedBuild,
    _ changed: [StagedFile],
    _ now: Timestamp,
    _ report: inout PublishReport
  ) throws {
    for file in build.files where file.outcome == .unchanged { file.discard() }
    if !changed.isEmpty {
      CrashPoint.pass()
      try build.keepIDs()
      CrashPoint.pass()
      try keep(changed.map(\.path))
      CrashPoint.pass()
      let journal = PublishJournal(path: place.journal)
      let moves = changed.map { PublishJournal.Move(staged: $0.stagedPath, target: $0.path) }
      try journal.write(moves)
      for file in changed { file.release() }
      CrashPoint.pass()
      try journal.complete(moves)
      CrashPoint.pass()
      try remember(&build, now)
      CrashPoint.pass()
      try journal.remove()
      CrashPoint.pass()
    } else {
      // A run that was killed between its feeds and its history left that to this one.
      try remember(&build, now)
    }
    try noteInputs(build)
    CrashPoint.pass()
  }

  func keep(_ targets: [String]) throws {
    guard FileSystem.kind(of: place.history.path) == .file,
      let last = try BuildHistory(reading: place.history.path).last()
    else { return }
    try keptBuilds.keep(targets, of: last.id)
  }

  var keptBuilds: KeptBuilds {
    KeptBuilds(folder: place.kept, output: output.hasSuffix("/") ? output : output + "/")
  }

  private func remember(_ build: inout StagedBuild, _ now: Timestamp) throws {
    let plan = NotificationPlan(configuration: configuration.publishing.notify)
    let seconds = options.now.secondsSince1970
    let documents = build.stages.map { stage in
      (place.history.prefix + stage.plan.path, stage.file.path, stage.plan.feed.selfURL)
    }
    build.record(made: now) { (history, build, differences) throws(DatabaseError) in
      let changed = documents.compactMap { path, file, address in
        differences[path].map {
          NotificationPlan.Document(file: file, address: address, difference: $0)
        }
      }
      try NotificationQueue(database: history.database)
        .add(plan.notifications(of: changed, build: build), at: seconds)
    }
    if let problem = build.report.historyProblem {
      throw PublishError.forgotten(path: place.history.path, message: problem)
    }
  }

  /// What a run looks at and makes itself: the output folder, and that of the history.
  private func ownFolders(_ paths: some Sequence<String>) -> [String] {
    let state = place.lock.lastIndex(of: "/").map { String(place.lock[..<$0]) } ?? "."
    return paths.filter { path in
      [output, state].contains { path == $0 || path.hasPrefix($0 + "/") }
    }
  }

  /// Notes what this run saw, so that the next one does nothing while that stays. Returns whether that
  /// was possible.
  @discardableResult
  func noteInputs(_ build: StagedBuild) throws(FileError) -> Bool {
    var written = build.files.map(\.path) + ownFolders(trace.stamps.keys)
    if let ids = build.ids { written.append(ids.ledger.path) }
    if configuration.publishing.isCompressed {
      written += build.documents.map { $0.path + CompressedCopies.ending }
    }
    let inputs = PublishInputs(
      trace,
      written: written,
      setting: setting,
      nextChange: build.nextChange?.advanced(by: configuration.publishing.grace)
    )
    if let inputs {
      try WholeFile.write(inputs.bytes, to: place.inputs)
      return true
    }
    if FileSystem.kind(of: place.inputs) != nil {
      guard unlink(place.inputs) == 0 || errno == ENOENT else {
        throw FileError("remove", place.inputs)
      }
    }
    return false
  }
}

/// A folder for files that are thrown away, which goes with its owner.
final class RehearsalFolder {
  let path: String

  init() throws(FileError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/tidings-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError("make a folder in", parent) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in (try? FileSystem.names(inFolder: path)) ?? [] { unlink(path + "/" + name) }
    rmdir(path)
  }
}

extension StagedBuild {
  /// Removes what was staged; the published files stay.
  func discard() {
    for file in files { file.discard() }
  }
}
