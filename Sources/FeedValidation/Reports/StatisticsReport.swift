/// How often each rule was broken in all documents: a line a rule, the worst and most frequent first.
public struct StatisticsReport: ReportWriter {
  private let style: TerminalStyle
  private let showsNotes: Bool
  private var counts: [String: RuleCount] = [:]

  /// A report without or with what is worth knowing only.
  public init(style: TerminalStyle, showsNotes: Bool) {
    self.style = style
    self.showsNotes = showsNotes
  }

  /// Nothing stands there.
  public mutating func begin(into output: inout [UInt8]) {}

  /// Counts what a document has.
  public mutating func add(_ document: DocumentReport, into output: inout [UInt8]) {
    for (rule, more) in document.counts where showsNotes || more.severity != .info {
      counts[rule, default: RuleCount(severity: more.severity, count: 0)].count &+= more.count
    }
  }

  /// Writes the lines.
  public mutating func end(_ total: ReportTotal, into output: inout [UInt8]) {
    let sorted = counts.sorted {
      ($1.value.severity, $1.value.count, $0.key) < ($0.value.severity, $0.value.count, $1.key)
    }
    let widest = sorted.map { String($0.value.count).utf8.count }.max() ?? 0
    let longest = sorted.map(\.key.utf8.count).max() ?? 0
    for (id, entry) in sorted {
      let rule = Rule.named(id)
      let number = String(entry.count)
      let indent = String(repeating: " ", count: widest - number.utf8.count)
      let severity = entry.severity.rawValue
      let afterSeverity = String(repeating: " ", count: max(0, 7 - severity.utf8.count))
      let afterID = String(repeating: " ", count: longest - id.utf8.count)
      let mark = rule?.isFixable == true ? "[*]" : "   "
      output.append(
        "\(indent)\(number)  \(style.severity(entry.severity, severity))\(afterSeverity)  "
          + "\(id)\(afterID)  \(mark)  \(rule?.summary ?? "")\n"
      )
    }
  }
}
