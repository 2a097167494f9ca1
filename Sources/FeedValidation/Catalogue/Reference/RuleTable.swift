/// The list of rules for people: a line a rule, by subject.
public enum RuleTable {
  /// The lines of `tidings rules`.
  public static func text(_ rules: [Rule], style: TerminalStyle) -> [UInt8] {
    var output: [UInt8] = []
    let width = rules.reduce(0) { max($0, $1.id.utf8.count) }
    for (subject, rules) in RuleSubject.groups(of: rules) {
      output.append(style.bold(subject.rawValue) + "\n")
      for rule in rules {
        let severity = padded(rule.severityName, to: 7)
        let shown = rule.severity.map { style.severity($0, severity) } ?? style.faint(severity)
        output.append(
          "  \(padded(rule.id, to: width))  \(shown)  \(rule.isFixable ? "[*]" : "   ")  \(rule.summary)\n"
        )
      }
      output.append("\n")
    }
    let fixable = rules.count { $0.isFixable }
    if fixable > 0 { output.append("[*] tidings validate --fix mends \(fixable) of them\n") }
    output.append(
      "\(counted(rules.count, "rule")); tidings explain RULE says why, and what to do\n"
    )
    return output
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
