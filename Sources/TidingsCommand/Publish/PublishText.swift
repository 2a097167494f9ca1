import FeedDiff
import FeedModel
import FeedPublishing
import FeedSources
import FeedValidation

/// What publishing did, as lines for a person.
enum PublishText {
  /// One line for whoever reads the mail of cron; more for whoever asked for it.
  static func published(_ report: PublishReport, isVerbose: Bool) -> [String] {
    var lines: [String] = []
    if report.recovered > 0 {
      let files = Amounts.counted(report.recovered, "file", "files")
      lines.append("completed a run that was killed: \(files)")
    }
    let worst = report.changes.max { left, right in
      weight(left.difference.summary) < weight(right.difference.summary)
    }
    var line = "published \(Amounts.counted(report.files.count, "file", "files"))"
    if let worst {
      line += ": \(worst.path): \(words(worst))"
    } else if let first = report.files.first {
      line += ": \(first)"
    }
    lines.append(line)
    guard isVerbose else { return lines }
    for change in report.changes { lines.append("  \(change.path): \(words(change))") }
    return lines + next(report)
  }

  /// What is said of a run that had nothing to do, if somebody asks.
  static func unchanged(_ report: PublishReport) -> [String] {
    ["nothing to do"] + next(report)
  }

  private static func next(_ report: PublishReport) -> [String] {
    var lines: [String] = []
    if report.told > 0 { lines.append("told: \(report.told)") }
    if report.waiting > 0 { lines.append("waiting to be told: \(report.waiting)") }
    if let date = report.nextChange { lines.append("next due: \(RFC3339.string(date.utc))") }
    return lines
  }

  private static func words(_ change: PublishReport.Change) -> String {
    let summary = change.difference.summary
    if change.isNew {
      return "new, with \(Amounts.counted(change.difference.new.count, "entry", "entries"))"
    }
    return summary.isEmpty ? "no entry changed" : summary.words
  }

  private static func weight(_ summary: FeedDifference.Summary) -> Int {
    summary.added + summary.removed + summary.changed + summary.reidentified + summary.agedOut
      + summary.backfilled
  }

  /// The differences, with what subscribers will see of them.
  static func differences(
    _ changes: [PublishReport.Change],
    _ terminal: Terminal,
    isVerbose: Bool
  ) throws(FileError) -> [UInt8] {
    var options = TextDiffReport.Options(
      style: TerminalStyle(hasColours: terminal.outputHasColours)
    )
    options.isVerbose = isVerbose
    options.isOfFolders = changes.count > 1
    var report = TextDiffReport(options)
    var bytes: [UInt8] = []
    for change in changes {
      var feed = ComparedFeed(
        oldName: change.path,
        newName: change.path,
        difference: change.difference,
        presence: change.isNew ? .new : .both
      )
      if !change.isNew {
        feed.forecast = try Forecast(change.difference, now: Clock.now())
      }
      try report.add(feed, into: &bytes)
    }
    report.end(into: &bytes)
    return bytes
  }
}
