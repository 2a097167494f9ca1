import FeedDiff
import FeedModel
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Publisher {
  func commit(
    _ build: inout StagedBuild,
    _ changed: [StagedFile],
    _ changes: [StagedChange],
    _ now: Timestamp
  ) async throws {
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
      let next = knowledge(of: build, changes)
      async let inputs = next.keep()
      try remember(&build, now)
      CrashPoint.pass()
      try journal.remove()
      CrashPoint.pass()
      try note(try await inputs)
    } else {
      // A run that was killed between its feeds and its history left that to this one.
      try remember(&build, now)
      try note(try await knowledge(of: build, changes).keep())
    }
    CrashPoint.pass()
  }

  func keep(_ targets: [String]) throws {
    guard FileSystem.kind(of: place.history.path) == .file,
      let last = try BuildHistory(reading: place.history.path).last()
    else { return }
    try keptBuilds.keep(targets, of: last.id)
  }

  /// What the next run need not find out again.
  private func knowledge(of build: StagedBuild, _ changes: [StagedChange]) -> RunKnowledge {
    let keepsHeads = canTakeOver && SiteScan.newest(of: configuration.feeds) == nil
    return RunKnowledge(
      inputs: inputs(of: build),
      place: place,
      documents: publishedDocuments,
      facts: publishedDocuments.facts(of: build, changes),
      scan: build.scan,
      keepsHeads: keepsHeads,
      heads: build.heads,
      keptBuilds: keptBuilds
    )
  }

  /// What is known of the entries of published documents.
  var publishedDocuments: PublishedDocuments {
    PublishedDocuments(
      folder: place.entries,
      setting: setting,
      leastEntries: options.leastEntries
    )
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
  func ownFolders(_ paths: some Sequence<String>) -> [String] {
    let state = place.lock.lastIndex(of: "/").map { String(place.lock[..<$0]) } ?? "."
    return paths.filter { path in
      [output, state].contains { path == $0 || path.hasPrefix($0 + "/") }
    }
  }

  /// Notes what this run saw, so that the next one does nothing while that stays. Returns whether that
  /// was possible.
  func noteInputs(_ build: StagedBuild) throws(FileError) -> Bool {
    // What runs kept before goes with the inputs of those.
    let isForgotten = publishedDocuments.forget() && place.forgetHeads()
    let inputs = isForgotten ? inputs(of: build).made()?.bytes : nil
    try note(inputs)
    return inputs != nil
  }

  /// - Parameter inputs: What this run saw; nil if that may change without anybody seeing it.
  private func note(_ inputs: [UInt8]?) throws(FileError) {
    if let inputs {
      try WholeFile.write(inputs, to: place.inputs)
      return
    }
    guard FileSystem.kind(of: place.inputs) != nil else { return }
    guard unlink(place.inputs) == 0 || errno == ENOENT else {
      throw FileError("remove", place.inputs)
    }
  }

  /// What a run saw, once all that it writes is in its place.
  private func inputs(of build: StagedBuild) -> PublishInputs.Making {
    var written = build.files.map(\.path) + ownFolders(trace.stamps.keys)
    if let ids = build.ids { written.append(ids.ledger.path) }
    if configuration.publishing.isCompressed {
      written += build.documents.map { $0.path + CompressedCopies.ending }
    }
    return PublishInputs.Making(
      trace: trace,
      scan: build.scan,
      written: written,
      before: build.continuesLast ? place.inputs : nil,
      setting: setting,
      nextChange: build.nextChange?.advanced(by: configuration.publishing.grace)
    )
  }
}
