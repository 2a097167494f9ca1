import FeedDiff
import FeedFormats
import FeedModel
import FeedSources

/// A build whose documents lie beside the files that they will replace, checked.
struct StagedBuild {
  /// What the build found and did so far.
  var report = BuildReport()
  /// The documents, in the order of the configuration.
  var stages: [DocumentStage] = []
  /// The list of feeds, if there is one.
  var list: StagedFile?
  /// Its path below the output folder.
  var listPath: String?
  /// Compressed copies, if they are wanted.
  var copies: [StagedFile] = []
  /// What becomes of ids; nil if the site keeps no ledger.
  var ids: IDAssignment?
  /// Whether some of it is known from the run before, which looked at what it depends on.
  var continuesLast = false
  /// The heads of posts that were known.
  var heads: PostHeads?
  /// The posts that the documents were made of.
  var scan: SiteScan?
  /// When the next post comes out or goes, if no file changes.
  var nextChange: Timestamp?
  /// Where the history is; nil if none is kept of this build.
  let place: HistoryPlace?

  /// Nothing yet.
  init(place: HistoryPlace?) { self.place = place }

  /// Whether nothing speaks against putting the documents in their places.
  var isReady: Bool {
    report.problems.isEmpty && report.conflicts.isEmpty && report.refusals.isEmpty
  }

  /// The files that are staged.
  var files: [StagedFile] { documents + copies }

  /// The files that are no copies of others.
  var documents: [StagedFile] { stages.map(\.file) + [list].compactMap(\.self) }

  /// Adds new ids to the ledger. Before the feeds: an id that subscribers know is in the ledger,
  /// whatever ends the build.
  func keepIDs() throws(FileError) {
    if let ids { try ids.ledger.append(ids.lines) }
  }

  /// Reports the documents as they will be.
  mutating func reportDocuments(_ plans: [DocumentPlan]) {
    report.documents = stages.map { stage in
      BuildReport.Document(
        path: stage.file.path,
        format: stage.plan.format.name,
        entries: stage.entries,
        takenOver: stage.takeover.map { stage.entries - $0.freshEntries } ?? 0,
        overBudget: stage.plan.members.count - stage.entries,
        size: stage.file.size,
        outcome: stage.file.outcome.reported,
        omissions: stage.omissions
      )
    }
    guard let list else { return }
    report.documents.append(
      BuildReport.Document(
        path: list.path,
        format: "OPML 2.0",
        entries: plans.count { !$0.feed.paging.isArchive },
        overBudget: 0,
        size: list.size,
        outcome: list.outcome.reported,
        omissions: []
      )
    )
  }

  /// Records what was written. The feeds are what matters: a history that cannot be kept is told of,
  /// and is no failure.
  ///
  /// - Parameter also: See `BuildHistory.record`.
  mutating func record(
    made: Timestamp,
    also: (BuildHistory, Int64, [String: FeedDifference]) throws(DatabaseError) -> Void = {
      _,
      _,
      _ in
    }
  ) {
    guard let place else { return }
    do {
      try place.prepare()
      let history = try BuildHistory.open(place.path)
      let feeds = stages.map { stage in
        var feed = stage.built
        feed.path = place.prefix + feed.path
        return feed
      }
      let differences = try history.record(feeds, made: made) {
        (build, differences) throws(DatabaseError) in
        try also(history, build, differences)
      }
      for (index, feed) in feeds.enumerated() {
        report.documents[index].difference = differences[feed.path]
      }
    } catch let error as DatabaseError {
      let help = error.isDamaged ? "; without the file a new one is begun" : ""
      report.historyProblem = "\(error.path): \(error.message)\(help)"
    } catch let error as FileError {
      report.historyProblem = "\(error.path): cannot \(error.action): \(error.reason)"
    } catch {
      report.historyProblem = "\(error)"
    }
  }

  /// Removes what was staged; the published files stay.
  func discard() {
    for file in files { file.discard() }
  }
}
