import FeedValidation

/// What the validator says, as HTML.
enum FindingMarkup {
  /// So many are shown at one place.
  private static let mostListed = 100

  /// A list of findings; empty for none.
  static func list(_ findings: [Diagnostic]) -> String {
    guard !findings.isEmpty else { return "" }
    var html = "<ul class=\"findings\">\n"
    // What is to be done about a rule is told once.
    var told: Set<String> = []
    for finding in findings.prefix(mostListed) {
      let isNew = told.insert(finding.rule + (finding.help ?? "")).inserted
      html += item(finding, withHelp: isNew)
    }
    html += "</ul>\n"
    let rest = findings.count - mostListed
    if rest > 0 { html += "<p class=\"more\">And \(rest) more.</p>\n" }
    return html
  }

  private static func item(_ finding: Diagnostic, withHelp: Bool) -> String {
    var html = "<li class=\"finding \(finding.severity.rawValue)\">"
    html += Markup.badge(finding.severity.rawValue, finding.severity.rawValue)
    html += " <span class=\"message\">\(Markup.text(finding.message))</span>"
    html += " <span class=\"where\"><code class=\"rule\">\(Markup.text(finding.rule))</code>"
    if finding.line > 0 { html += " line \(finding.line), column \(finding.column)" }
    html += "</span>"
    if withHelp, let help = finding.help { html += "<p class=\"help\">\(Markup.text(help))</p>" }
    return html + "</li>\n"
  }

  /// How many there are of each severity, as badges; a word if there are none.
  static func counts(_ findings: Findings) -> String {
    guard !findings.isEmpty else { return "<span class=\"quiet\">none</span>" }
    let more = findings.isIncomplete ? " or more" : ""
    return Diagnostic.Severity.allCases.reversed().compactMap { severity in
      let count = findings.count(severity)
      guard count > 0 else { return nil }
      let noun =
        severity == .info
        ? (count == 1 ? "note" : "notes") : "\(severity.rawValue)\(count == 1 ? "" : "s")"
      return Markup.badge(severity.rawValue, "\(count)\(more) \(noun)")
    }.joined(separator: " ")
  }
}
