import FeedDiff
import FeedPublishing
import FeedSources
import FeedValidation

/// A build's report as lines that a person likes to read.
struct ReportText {
  private(set) var lines: [String] = []
  private let report: BuildReport
  private let isVerbose: Bool

  /// How many files are named for each reason unless all are asked for.
  private static let examples = 3

  init(_ report: BuildReport, isVerbose: Bool, duration: Duration) {
    self.report = report
    self.isVerbose = isVerbose
    addDocuments()
    addTotal(duration)
    if let sources = report.sources {
      lines += SourceText(sources, isVerbose: isVerbose).lines
    }
    addLedger()
    addLeftOut()
    addOmissions()
    addNotes()
  }

  private mutating func addDocuments() {
    let documents = report.documents
    // Families of feeds may have hundreds of members.
    let shown = isVerbose || documents.count <= 12 ? documents : Array(documents.prefix(10))
    let rows = shown.map { document in
      [
        document.path, document.format, Amounts.counted(document.entries, "entry", "entries"),
        Amounts.size(document.size), outcome(document),
      ]
    }
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      // Sizes are read by their right edge.
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 2 || column == 3 ? space + cell : cell + space
      }
      lines.append(trimmed(cells.joined(separator: "  ")))
    }
    if shown.count < documents.count {
      let rest = documents.dropFirst(shown.count)
      let changed = rest.filter { $0.outcome != .unchanged }.count
      lines.append("… and \(rest.count) more, \(changed) of them changed (--verbose lists all)")
    }
  }

  private func outcome(_ document: BuildReport.Document) -> String {
    var text =
      switch document.outcome {
      case .created: report.isDry ? "would be written" : "written"
      case .changed: report.isDry ? "would be replaced" : "replaced"
      case .unchanged: "unchanged"
      }
    if document.outcome == .changed, let difference = document.difference,
      !difference.summary.isEmpty
    {
      text += ": \(difference.summary.words)"
    }
    if document.overBudget > 0 {
      text += ", \(Amounts.counted(document.overBudget, "post", "posts")) over the byte budget"
    }
    return text
  }

  private mutating func addTotal(_ duration: Duration) {
    let time = duration.components
    let milliseconds = time.seconds * 1_000 + time.attoseconds / 1_000_000_000_000_000
    let shown =
      milliseconds < 1_000
      ? "\(milliseconds) ms"
      : "\(milliseconds / 1_000).\(milliseconds % 1_000 / 100) s"
    lines.append(
      "\(Amounts.counted(report.posts, "post", "posts")) in "
        + "\(Amounts.counted(report.documents.count, "file", "files")), all valid, in \(shown)"
    )
  }

  private mutating func addLedger() {
    guard let ledger = report.ledger else { return }
    if !ledger.kept.isEmpty {
      let posts = Amounts.counted(
        ledger.kept.count,
        "post keeps the id that subscribers know, whatever its address is now",
        "posts keep the ids that subscribers know, whatever their addresses are now"
      )
      let more = isVerbose ? "" : " (--verbose lists them)"
      lines.append("\(ledger.path): \(posts)\(more)")
      for post in isVerbose ? ledger.kept : [] {
        lines.append("  \(post.path): \(post.id), which today would be \(post.computed)")
      }
    }
    guard ledger.addedLines > 0 else { return }
    let added = Amounts.counted(ledger.addedLines, "line", "lines")
    lines.append(
      "\(ledger.path): \(added) "
        + (report.isDry ? "would be added" : "added; keep the file under version control")
    )
  }

  private mutating func addLeftOut() {
    guard !report.leftOut.isEmpty else { return }
    lines.append("")
    let entries = report.leftOut.filter(\.isEntry).count
    let files = report.leftOut.count - entries
    var amounts: [String] = []
    if files > 0 { amounts.append(Amounts.counted(files, "file", "files")) }
    if entries > 0 {
      amounts.append(Amounts.counted(entries, "entry of a feed", "entries of feeds"))
    }
    lines.append("Left out: \(amounts.joined(separator: " and "))")
    var byReason: [String: [String]] = [:]
    for leftOut in report.leftOut {
      byReason[leftOut.reason.reason, default: []].append(TerminalStyle.harmless(leftOut.path))
    }
    let groups = byReason.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (reason, paths) in groups { addGroup(reason, paths) }
  }

  private mutating func addGroup(_ heading: String, _ items: [String]) {
    let count = String(items.count)
    lines.append(String(repeating: " ", count: max(0, 5 - count.count)) + count + "  " + heading)
    let shown = isVerbose ? items[...] : items.prefix(Self.examples)
    for item in shown { lines.append("         " + item) }
    if shown.count < items.count {
      lines.append("         … and \(items.count - shown.count) more (--verbose lists all)")
    }
  }

  private mutating func addOmissions() {
    var byReason: [String: Int] = [:]
    for document in report.documents {
      for omission in document.omissions {
        let name = document.path.split(separator: "/").last.map(String.init) ?? document.path
        let scope = report.documents.count > 12 ? document.format : name
        byReason["\(scope): \(omission.property): \(omission.reason)", default: 0] += 1
      }
    }
    guard !byReason.isEmpty else { return }
    lines.append("")
    lines.append("Not carried:")
    let sorted = byReason.sorted { $0.key < $1.key }
    let shown = isVerbose ? sorted[...] : sorted.prefix(12)
    for (reason, count) in shown {
      lines.append("  " + reason + (count > 1 ? " (\(count) times)" : ""))
    }
    if shown.count < sorted.count {
      lines.append("  … and \(sorted.count - shown.count) more (--verbose lists all)")
    }
  }

  private mutating func addNotes() {
    guard !report.notes.isEmpty else { return }
    lines.append("")
    lines.append("Notes: \(report.notes.count)")
    let shown = isVerbose ? report.notes[...] : report.notes.prefix(2 * Self.examples)
    for note in shown { lines.append("  \(note.path): \(note.message)") }
    if shown.count < report.notes.count {
      lines.append("  … and \(report.notes.count - shown.count) more (--verbose lists all)")
    }
  }

  private func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
