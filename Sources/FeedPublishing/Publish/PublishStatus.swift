import FeedModel
import FeedSources

/// What publishing remembers of a site, for people who want to know how it is doing.
public struct PublishStatus: Sendable {
  /// Somebody who is to be told.
  public struct Waiting: Sendable {
    /// How: `websub`, `cloud`, `webhook`, `indexnow`, `exec`.
    public var kind: String
    /// Whom.
    public var target: String
    /// The feed's address; empty for what is about a whole build.
    public var topic: String
    /// When it is tried next.
    public var due: Timestamp
    /// How often it was tried.
    public var attempts: Int
    /// What went wrong last; nil before the first try.
    public var trouble: String?
  }

  /// The last builds that changed something, the last one first.
  public var builds: [BuildHistory.Build] = []
  /// The builds that can be gone back to, the oldest one first.
  public var kept: [Int64] = []
  /// How many files a run that was killed has left for the next one to put in their places.
  public var unfinished = 0
  /// Whether a run is at work.
  public var isRunning = false
  /// Who is to be told, the first first.
  public var waiting: [Waiting] = []
  /// When the next post comes out or goes, if no file changes.
  public var nextChange: Timestamp?
  /// The feeds that posts are taken from, as they were last.
  public var sources = SourceReport()
}

extension Publisher {
  /// How publishing is doing; nothing is written.
  ///
  /// - Parameter builds: How many builds are listed.
  /// - Throws: `DatabaseError`, `FileError`, `SourceProblem` when a source is missing.
  public func status(builds: Int = 5) async throws -> PublishStatus {
    var status = PublishStatus()
    status.nextChange = try await nextChange()
    status.sources = try await sources()
    status.kept = keptBuilds.builds()
    status.unfinished = try PublishJournal(path: place.journal).read().count
    if FileSystem.kind(of: place.lock) != nil {
      status.isRunning = try PublishLock(place.lock) == nil
    }
    guard FileSystem.kind(of: place.history.path) == .file else { return status }
    let history = try BuildHistory(reading: place.history.path)
    status.builds = try history.builds(limit: builds)
    // A history of an earlier version has no queue.
    guard try history.database.integer("PRAGMA user_version") ?? 0 > 1 else { return status }
    status.waiting = try NotificationQueue(database: history.database).pending().map { pending in
      PublishStatus.Waiting(
        kind: pending.notification.kind.rawValue,
        target: pending.notification.target,
        topic: pending.notification.topic,
        due: Timestamp(secondsSince1970: pending.due),
        attempts: pending.attempts,
        trouble: pending.trouble
      )
    }
    return status
  }
}
