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
    if try noteInputs(build) {
      try publishedDocuments.keep(build, changes, stamps: trace.stamps)
      try keepHeads(build)
    } else {
      try publishedDocuments.forget()
    }
    CrashPoint.pass()
  }

  func keep(_ targets: [String]) throws {
    guard FileSystem.kind(of: place.history.path) == .file,
      let last = try BuildHistory(reading: place.history.path).last()
    else { return }
    try keptBuilds.keep(targets, of: last.id)
  }

  /// Keeps the heads of posts, where there are many and feeds have all of them.
  private func keepHeads(_ build: StagedBuild) throws(FileError) {
    guard let scan = build.scan, scan.posts.count >= options.leastEntries, canTakeOver,
      SiteScan.newest(of: configuration.feeds) == nil
    else { return }
    let bytes = PostHeads.bytes(
      scan.posts.lazy.filter { $0.identity != nil }.map(\.source),
      stamps: trace.stamps,
      known: build.heads,
      setting: setting
    )
    try WholeFile.write(bytes, to: place.heads)
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

  /// What the run before looked at, beside posts.
  private func inputsBefore() -> [PublishInputs.File] {
    var reader = FileReader()
    guard (try? reader.open(place.inputs, isSource: false)) != nil,
      (try? reader.readToEnd()) != nil
    else { return [] }
    return PublishInputs.common(reader.bytes)
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
  @discardableResult
  func noteInputs(_ build: StagedBuild) throws(FileError) -> Bool {
    var written = build.files.map(\.path) + ownFolders(trace.stamps.keys)
    if let ids = build.ids { written.append(ids.ledger.path) }
    if configuration.publishing.isCompressed {
      written += build.documents.map { $0.path + CompressedCopies.ending }
    }
    let inputs = PublishInputs(
      trace,
      posts: build.scan?.files ?? [],
      written: written,
      before: build.continuesLast ? inputsBefore() : [],
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
