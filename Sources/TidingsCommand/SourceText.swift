import FeedModel
import FeedPublishing
import FeedValidation

/// What became of the feeds that posts are taken from, in a line, and a line for each that fails.
struct SourceText {
  private(set) var lines: [String] = []
  private let report: SourceReport
  private let isVerbose: Bool

  /// How many failing sources are named unless all are asked for.
  private static let examples = 5

  init(_ report: SourceReport, isVerbose: Bool) {
    self.report = report
    self.isVerbose = isVerbose
    lines.append(summary)
    if isVerbose {
      lines += report.sources.map(line)
    } else {
      let troubled = report.sources.filter(Self.isTroubled)
      lines += troubled.prefix(Self.examples).map(line)
      if troubled.count > Self.examples {
        lines.append("  … and \(troubled.count - Self.examples) more (--verbose lists all)")
      }
    }
    if report.repeatedEntries > 0 {
      lines.append(
        Amounts.counted(
          report.repeatedEntries,
          "entry is in several sources, and there once",
          "entries are in several sources, and there once"
        )
      )
    }
  }

  private static func isTroubled(_ source: SourceReport.Source) -> Bool {
    switch source.state {
    case .failing, .gone: true
    case .unchanged, .changed: false
    case .notAsked: source.lackedTime || !source.hasDocument
    }
  }

  private var summary: String {
    var unchanged = 0
    var changed = 0
    var entries = 0
    var failing = 0
    var gone = 0
    var notAsked = 0
    for source in report.sources {
      switch source.state {
      case .unchanged: unchanged += 1
      case .changed(let newEntries):
        changed += 1
        entries += newEntries
      case .failing: failing += 1
      case .gone: gone += 1
      case .notAsked: notAsked += 1
      }
    }
    var parts: [String] = []
    if unchanged > 0 { parts.append("\(unchanged) unchanged") }
    if changed > 0 {
      let amount = Amounts.counted(entries, "new entry", "new entries")
      parts.append("\(changed) with \(amount)")
    }
    if failing > 0 { parts.append("\(failing) failing") }
    if gone > 0 { parts.append("\(gone) gone") }
    if notAsked > 0 { parts.append("\(notAsked) read as last") }
    return Amounts.counted(report.sources.count, "source", "sources") + ": "
      + parts.joined(separator: ", ")
  }

  /// Seconds are fine enough.
  private static func text(_ moment: Timestamp) -> String {
    RFC3339.string(Timestamp(secondsSince1970: moment.secondsSince1970))
  }

  private func line(_ source: SourceReport.Source) -> String {
    var text = "  \(source.name): "
    switch source.state {
    case .unchanged: text += "unchanged"
    case .changed(let newEntries):
      text += Amounts.counted(newEntries, "new entry", "new entries")
    case .failing(let since, let message):
      text += "failing since \(Self.text(since)): \(message)"
      if let notBefore = source.notBefore {
        text += "; asked again after \(Self.text(notBefore))"
      }
    case .gone: text += "gone for good"
    case .notAsked:
      text +=
        source.lackedTime
        ? "there was no time left to ask; it is first the next time"
        : source.hasDocument ? "read as it was last" : "never fetched"
    }
    if source.isList {
      text += " (a list of feeds)"
    } else {
      text += ", " + Amounts.counted(source.posts, "entry", "entries")
    }
    return TerminalStyle.harmless(text)
  }
}
