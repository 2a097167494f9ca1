import FeedDiff
import FeedModel
import FeedPublishing
import FeedSources
import FeedValidation

/// Keeps a rehearsal of a site up to date: whoever asks gets the site as it is now, rehearsed again if
/// anything changed that the last rehearsal looked at.
public actor SitePreview {
  private let rehearser: Rehearser
  private let clock: @Sendable () -> Timestamp
  private var state: PreviewState?
  private var running: Task<PreviewState, Never>?
  private var studies: [StudyKey: Task<DocumentStudy, Never>] = [:]
  private var copies: [String: Task<String?, Never>] = [:]
  /// When somebody began to look whether the state still holds, and found that it does.
  private var lastLook: ContinuousClock.Instant?
  /// How many rehearsals there have been.
  public private(set) var rehearsals = 0

  private struct StudyKey: Hashable {
    var path: String
    var tag: ContentTag
    var isUnchanged: Bool
  }

  /// A preview.
  ///
  /// - Parameters:
  ///   - rehearser: What builds the site.
  ///   - clock: Tells the moment that it is built at.
  public init(_ rehearser: Rehearser, clock: @escaping @Sendable () -> Timestamp) {
    self.rehearser = rehearser
    self.clock = clock
  }

  /// Rehearses ahead of the first request.
  public func prepare() async { _ = await current() }

  /// The site as it is when this is called, or later.
  nonisolated func current() async -> PreviewState { await current(since: .now) }

  private func current(since asked: ContinuousClock.Instant) async -> PreviewState {
    if let running {
      // What began before may have missed the latest.
      let joined = await running.value
      if holds(joined, since: asked) { return joined }
      if let later = self.running { return await later.value }
    } else if let state, holds(state, since: asked) {
      return state
    }
    return await rehearse()
  }

  /// Whether the site is still what the state is of. Of those who ask at once, one looks for all.
  private func holds(_ state: PreviewState, since asked: ContinuousClock.Instant) -> Bool {
    if let lastLook, lastLook >= asked { return true }
    let now = ContinuousClock.now
    let isSame = state.rehearsal.inputs.hold(at: clock())
    lastLook = isSame ? now : nil
    return isSame
  }

  private func rehearse() async -> PreviewState {
    rehearsals += 1
    let (rehearser, moment) = (rehearser, clock())
    let task = Task { PreviewState(await rehearser.run(now: moment)) }
    running = task
    let state = await task.value
    running = nil
    lastLook = nil
    self.state = state
    forget(allBut: state)
    return state
  }

  /// What is known of documents that are as they were stays known.
  private func forget(allBut state: PreviewState) {
    let kept = Set(state.documents.map(Self.key))
    studies = studies.filter { $0.key.isUnchanged && kept.contains($0.key) }
    copies = [:]
  }

  private static func key(_ document: PreviewState.Document) -> StudyKey {
    StudyKey(
      path: document.document.path,
      tag: document.tag,
      isUnchanged: document.document.outcome == .unchanged
    )
  }

  /// What is known of a document.
  func study(_ document: PreviewState.Document, of state: PreviewState) async -> DocumentStudy {
    let key = Self.key(document)
    if let task = studies[key] { return await task.value }
    let (rehearser, now) = (rehearser, state.rehearsal.now)
    let task = Task {
      // The folder of the rehearsal stays until this is done.
      defer { withExtendedLifetime(state) {} }
      return DocumentStudy(document.document, rehearser, now: now)
    }
    studies[key] = task
    return await task.value
  }

  /// A compressed copy of a document; nil if none could be made.
  func compressed(
    _ document: PreviewState.Document,
    of state: PreviewState
  ) async -> OpenFile? {
    let path = document.document.stagedPath
    let copy = path + ".served.gz"
    // The copy of a document of 80 MB takes a second: it is made once.
    let task =
      copies[copy]
      ?? Task {
        defer { withExtendedLifetime(state) {} }
        return (try? CompressedFile.write(path, to: copy)) == true ? copy : nil
      }
    copies[copy] = task
    return await task.value.flatMap { OpenFile($0) }
  }
}

extension DocumentStudy {
  /// Studies a document: reads, checks and forecasts, as far as that is not done.
  fileprivate init(_ document: Rehearsal.Document, _ rehearser: Rehearser, now: Timestamp) {
    var study = DocumentStudy(findings: Findings([]))
    do {
      if let change = document.change {
        study.snapshot = change.difference.new
        study.findings = Findings(change.findings)
        if !change.isNew { study.forecast = try Forecast(change.difference, now: now) }
      } else {
        if document.kind != .opml { study.snapshot = try Self.snapshot(document.stagedPath) }
        study.findings = Findings(try rehearser.findings(in: document, now: now))
      }
    } catch let error as FileError {
      study.failure = "\(error.path): cannot \(error.action): \(error.reason)"
    } catch {
      study.failure = "\(error)"
    }
    self = study
  }

  private static func snapshot(_ path: String) throws(FileError) -> FeedSnapshot? {
    let reader = FeedSnapshotReader()
    guard let document = try FileDocument(opening: path) else { return nil }
    try document.read(0..<Int.max) { reader.consume($0) }
    return reader.finish(source: document)
  }
}
