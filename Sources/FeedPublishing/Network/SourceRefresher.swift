import FeedFetching
import FeedModel
import FeedSources

/// Brings the documents of sources on the web up to date.
///
/// Each has its last good document on the disk, and posts are read from there and nowhere else: a
/// source that fails keeps what it had, and a build needs no network. Nothing that goes wrong with
/// sources ends a build.
struct SourceRefresher: Sendable {
  /// What a caller decides.
  struct Options: Sendable {
    /// The moment of the run.
    var now: Timestamp
    /// What to bear of a server.
    var fetching: FetchOptions
    /// How much at once.
    var limits = FetchPool<SourceFetch.Answer>.Limits()
    /// Whether servers are asked.
    var isOffline = false
    /// How long a source may fail until it is told of again, in seconds.
    var patience: Int64 = 3 * 86_400
    /// A number from 0 up to 1, for the time between attempts.
    var jitter: @Sendable () -> Double = { .random(in: 0..<1) }

    init(now: Timestamp, fetching: FetchOptions = .forSources) {
      self.now = now
      self.fetching = fetching
      limits.time = fetching.timeLimit
    }
  }

  /// A source after the run.
  struct Refreshed: Sendable {
    var request: SourceRequest
    /// The file with the last good document; nil if there never was one.
    var document: String?
    /// The charset that the server named with it.
    var charset: String?
    /// The address that it came from.
    var location: String?
    var report: SourceReport.Source
  }

  private let place: SourcePlace
  private let options: Options
  private let rules: SourceRules

  init(_ place: SourcePlace, _ options: Options) {
    self.place = place
    self.options = options
    var rules = SourceRules(now: options.now)
    rules.jitter = options.jitter
    self.rules = rules
  }

  /// Brings documents up to date.
  ///
  /// - Parameter requests: What is wanted, each address once: its document is one file.
  /// - Returns: The sources in the order of the requests.
  func refresh(
    _ requests: [SourceRequest],
    warnings: inout [SourceReport.Warning]
  ) async -> [Refreshed] {
    guard !requests.isEmpty else { return [] }
    var records = requests.map { SourceRecord(address: $0.address) }
    var store: SourceStore?
    do {
      if !options.isOffline || FileSystem.kind(of: place.database) != nil {
        if !options.isOffline { try place.prepare() }
        let opened = try SourceStore(place.database)
        for index in records.indices {
          records[index] = try opened.record(of: requests[index].address)
        }
        store = opened
      }
    } catch {
      warnings.append(Self.warning(of: error, at: place.database))
    }
    // Without knowing what servers have said, none is asked.
    guard let store, !options.isOffline else {
      return zip(requests, records).map { refreshed($0, $1, nil) }
    }
    let due = records.indices.filter { rules.mayAsk(records[$0]) }.sorted {
      Self.precedes(records[$0], records[$1])
    }
    let answers = await ask(due.map { (requests[$0], records[$0]) })
    var asked: [Int: SourceFetch.Answer?] = [:]
    for (index, answer) in zip(due, answers) {
      asked[index] = .some(answer)
      if let answer { apply(answer, to: &records[index], requests[index], &warnings) }
    }
    do {
      try store.keep(due.map { records[$0] })
    } catch {
      warnings.append(Self.warning(of: error, at: place.database))
    }
    return requests.indices.map { refreshed(requests[$0], records[$0], asked[$0]) }
  }

  /// Forgets sources that the site has no more, after a time in which they may come back.
  func forget(except addresses: Set<String>) {
    guard !options.isOffline, FileSystem.kind(of: place.database) != nil else { return }
    // What is left lying there harms nobody.
    guard let store = try? SourceStore(place.database),
      let forgotten = try? store.forget(notAskedSince: rules.longAgo, except: addresses)
    else { return }
    for address in forgotten { SourceDocument.remove(place.document(of: address)) }
  }

  /// Who works before who fails, who waits for long before who was asked a moment ago: where there is
  /// no time for all, the last ones miss out.
  private static func precedes(_ left: SourceRecord, _ right: SourceRecord) -> Bool {
    if left.isFailing != right.isFailing { return right.isFailing }
    if left.checked != right.checked {
      guard let checked = left.checked else { return true }
      return right.checked.map { checked < $0 } ?? false
    }
    return left.address < right.address
  }

  private func ask(
    _ sources: [(request: SourceRequest, record: SourceRecord)]
  ) async -> [SourceFetch.Answer?] {
    let (options, place, rules) = (options, place, rules)
    return await FetchPool.run(
      sources.map { SourceAddress.host(of: $0.record.current) },
      limits: options.limits
    ) { index, time in
      let (request, record) = sources[index]
      let path = place.document(of: request.address)
      var fetching = options.fetching
      fetching.timeLimit = min(time, fetching.timeLimit)
      return SourceFetch.run(
        request,
        record,
        isConditional: rules.isConditional(record)
          && SourceDocument.digest(of: path) == record.digest,
        options: fetching,
        path: path,
        now: options.now.secondsSince1970
      )
    }
  }

  // MARK: Answers

  private func apply(
    _ answer: SourceFetch.Answer,
    to record: inout SourceRecord,
    _ request: SourceRequest,
    _ warnings: inout [SourceReport.Warning]
  ) {
    let before = record
    var help: String?
    switch answer {
    case .document(let document, let entityTag, let lastModified, let moved):
      record.entityTag = entityTag
      record.lastModified = lastModified
      record.digest = document.digest
      record.charset = document.charset
      record.location = document.location
      record.lastWhole = options.now
      rules.succeed(&record, permanentURL: moved)
    case .unchanged(let moved): rules.succeed(&record, permanentURL: moved)
    case .failure(let failure):
      rules.fail(&record, failure)
      help = failure.help
    }
    if let warning = Self.warning(before, record, help) { warnings.append(warning) }
    if let warning = staleness(before, record) { warnings.append(warning) }
  }

  /// What is said when a source begins or ends to fail, or moves; nothing as long as it goes on as
  /// before.
  private static func warning(
    _ before: SourceRecord,
    _ after: SourceRecord,
    _ help: String?
  ) -> SourceReport.Warning? {
    let name = SourceAddress.shown(after.address)
    let error = after.lastError ?? ""
    let rest = after.lastGood == nil ? "there is nothing of it yet" : "what it had stays"
    if after.isGone {
      return SourceReport.Warning(source: name, message: "\(error); \(rest)", help: help)
    }
    if after.isFailing, !before.isFailing {
      return SourceReport.Warning(source: name, message: "\(error); \(rest)", help: help)
    }
    if before.isFailing, !after.isFailing {
      let since = before.failingSince.map { " since \($0.inWholeSeconds)" } ?? ""
      return SourceReport.Warning(source: name, message: "it works again, after failing\(since)")
    }
    if before.current != after.current {
      return SourceReport.Warning(
        source: name,
        message: "it has moved for good",
        help: "write \(SourceAddress.shown(after.current)) in its place"
      )
    }
    return nil
  }

  /// What is said once when a source has failed for so long that somebody should look after it.
  private func staleness(
    _ before: SourceRecord,
    _ after: SourceRecord
  ) -> SourceReport.Warning? {
    guard let since = after.failingSince, before.isFailing, let last = before.checked else {
      return nil
    }
    let limit = since.advanced(by: options.patience)
    guard last < limit, limit <= options.now else { return nil }
    return SourceReport.Warning(
      source: SourceAddress.shown(after.address),
      message: "it has failed since \(since.inWholeSeconds): \(after.lastError ?? "")",
      help: "its last good entries stay; take it out of the configuration if it will not come back",
      isStale: true
    )
  }

  private func refreshed(
    _ request: SourceRequest,
    _ record: SourceRecord,
    _ answer: SourceFetch.Answer??
  ) -> Refreshed {
    let path = place.document(of: request.address)
    let document = FileSystem.kind(of: path) == .file ? path : nil
    let state: SourceReport.State
    switch answer {
    case .some(.some(.document(let document, _, _, _))):
      state = document.newEntries > 0 ? .changed(newEntries: document.newEntries) : .unchanged
    case .some(.some(.unchanged)): state = .unchanged
    default:
      if record.isGone {
        state = .gone
      } else if let since = record.failingSince {
        state = .failing(since: since, message: record.lastError ?? "")
      } else {
        state = .notAsked
      }
    }
    var lackedTime = false
    if case .some(.none) = answer { lackedTime = true }
    return Refreshed(
      request: request,
      document: document,
      charset: record.charset,
      location: record.location,
      report: SourceReport.Source(
        name: SourceAddress.shown(request.address),
        state: state,
        isList: request.kind == .list,
        hasDocument: document != nil,
        notBefore: record.notBefore,
        lackedTime: lackedTime
      )
    )
  }

  private static func warning(of error: any Error, at path: String) -> SourceReport.Warning {
    switch error {
    case let error as DatabaseError:
      SourceReport.Warning(
        source: error.path,
        message: error.message,
        help: error.isDamaged ? "without the file a new one is begun" : nil
      )
    case let error as FileError:
      SourceReport.Warning(
        source: error.path,
        message: "cannot \(error.action): \(error.reason)",
        help: "what sources had last is kept beside the output folder"
      )
    default: SourceReport.Warning(source: path, message: "\(error)")
    }
  }
}

extension FetchOptions {
  /// What is borne of a source: less than of a feed that somebody waits for.
  static var forSources: FetchOptions {
    var options = FetchOptions(version: Tidings.version)
    options.timeLimit = .seconds(60)
    options.connectTimeLimit = .seconds(5)
    options.lowestSpeedTime = .seconds(10)
    options.maxReceivedBytes = 16 << 20
    options.maxBytes = 16 << 20
    options.maxRedirects = 5
    return options
  }
}

extension Timestamp {
  /// The moment as people read it who want to know since when.
  fileprivate var inWholeSeconds: String {
    RFC3339.string(Timestamp(secondsSince1970: secondsSince1970))
  }
}
