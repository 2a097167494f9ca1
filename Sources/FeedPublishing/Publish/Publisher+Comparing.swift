import FeedDiff
import FeedModel
import FeedSources
import FeedValidation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a staged document changes.
struct StagedChange: Sendable {
  var change: PublishReport.Change
  /// The document's path below the output folder.
  var path: String
  /// Its number in the build.
  var stage: Int
}

extension Publisher {
  /// What a build changes of what is published; nil if it has to be made without taking entries over.
  func changes(in build: StagedBuild, _ now: Timestamp) async throws -> [StagedChange]? {
    guard build.isReady else { return [] }
    var changes: [StagedChange] = []
    for (index, stage) in build.stages.enumerated() where stage.file.outcome != .unchanged {
      let difference: FeedDifference
      let findings: [Diagnostic]
      if let takeover = stage.takeover {
        guard let versions = try takeover.versions(staged: stage.file.stagedPath) else {
          return nil
        }
        difference = try FeedDifference(old: versions.old, new: versions.new)
        findings = self.findings(now) { validator in
          takeover.fresh.withUnsafeBufferPointer { validator.consume($0) }
        }
        // An id may be one of those that were not looked at.
        guard !findings.contains(where: { $0.severity == .error }),
          difference.duplicates.allSatisfy({ $0.new < 2 })
        else { return nil }
      } else {
        (difference, findings) = try await compare(stage.file, now)
      }
      let gates = options.gates ?? configuration.publishing.gates
      let change = PublishReport.Change(
        path: stage.file.path,
        address: stage.plan.feed.selfURL,
        difference: difference,
        refusals: gates.refusals(of: difference, size: stage.file.size),
        findings: findings,
        isNew: stage.file.outcome == .created
      )
      changes.append(StagedChange(change: change, path: stage.plan.path, stage: index))
    }
    return changes
  }

  private func compare(
    _ file: StagedFile,
    _ now: Timestamp
  ) async throws -> (FeedDifference, [Diagnostic]) {
    let isNew = file.outcome == .created
    let (stagedPath, publishedPath) = (file.stagedPath, file.path)
    // Side by side: reading is most of the work.
    async let before = isNew ? nil : Self.snapshot(publishedPath)
    async let findings = findings(ofFile: stagedPath, now)
    let staged = try Self.snapshot(stagedPath)
    let published = try await before ?? .empty(staged.kind)
    return (try FeedDifference(old: published, new: staged), try await findings)
  }

  static func snapshot(_ path: String) throws(FileError) -> FeedSnapshot {
    let reader = FeedSnapshotReader()
    guard let document = try FileDocument(opening: path) else {
      throw FileError("read", path, code: ESPIPE)
    }
    try document.read(0..<Int.max) { reader.consume($0) }
    return reader.finish(source: document)
  }

  /// What the validator has to say of a document.
  func findings(
    ofFile path: String,
    _ now: Timestamp
  ) throws(FileError) -> [Diagnostic] {
    guard let document = try FileDocument(opening: path) else { return [] }
    var failure: FileError?
    let findings = findings(now) { validator in
      do throws(FileError) {
        try document.read(0..<Int.max) { validator.consume($0) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return findings
  }

  private func findings(_ now: Timestamp, _ feed: (FeedValidator) -> Void) -> [Diagnostic] {
    let validator = FeedValidator(
      ValidationSettings(now: now.secondsSince1970, severities: validation.severities)
    )
    feed(validator)
    return validator.finish().diagnostics
  }

  /// The documents that would say that they changed earlier than they said before: when the newest
  /// entry goes, what it said stays.
  static func floors(_ changes: [StagedChange]) -> [String: Timestamp] {
    var floors: [String: Timestamp] = [:]
    for change in changes {
      let difference = change.change.difference
      guard let before = difference.old.feed.updated, let after = difference.new.feed.updated,
        after < before
      else { continue }
      floors[change.path] = before
    }
    return floors
  }
}
